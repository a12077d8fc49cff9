import type { SettingsPart } from '../../pages/change-form.tsx';
import type { MonitoringPage } from './read-monitoring.ts';

/** What each part of the page is given. */
export type MonitoringPart = SettingsPart<MonitoringPage>;
