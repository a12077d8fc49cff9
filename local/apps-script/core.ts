import { Browser } from './core/browser.ts';
import { CacheService } from './core/cache.ts';
import { ContentService } from './core/content.ts';
import { LockService } from './core/lock.ts';
import { Console, Logger } from './core/logging.ts';
import { PropertiesService, scriptProperties, userProperties } from './core/properties.ts';
import { ScriptApp } from './core/script-app.ts';
import { Session } from './core/session.ts';
import { UrlFetchApp } from './core/url-fetch.ts';
import { Utilities } from './core/utilities.ts';
import type { Globals } from './realm.ts';

/** The services that belong to no product: who is there, what is kept, when it runs. */
export const coreGlobals: Globals = {
  Session: (run) => new Session(run),
  Logger: (run) => new Logger(run),
  console: (run) => new Console(run),
  Browser: (run) => new Browser(run),
  Utilities: (run) => new Utilities(run),
  PropertiesService: (run) => new PropertiesService(run),
  ScriptProperties: scriptProperties,
  UserProperties: userProperties,
  CacheService: (run) => new CacheService(run),
  LockService: (run) => new LockService(run),
  ScriptApp: (run) => new ScriptApp(run),
  ContentService: () => new ContentService(),
  UrlFetchApp: (run) => new UrlFetchApp(run),
};
