/** Google's own clients of the APIs that clasp uses, each with the local school as its root address. */
import { drive } from 'googleapis/build/src/apis/drive/index.js';
import { logging } from 'googleapis/build/src/apis/logging/index.js';
import { oauth2 } from 'googleapis/build/src/apis/oauth2/index.js';
import { script } from 'googleapis/build/src/apis/script/index.js';
import { serviceusage } from 'googleapis/build/src/apis/serviceusage/index.js';
import { root } from './root.mjs';

const local = (make) => (options) => make({ ...(typeof options === 'string' ? { version: options } : options), rootUrl: root });

export const google = { drive: local(drive), logging: local(logging), oauth2: local(oauth2), script: local(script), serviceusage: local(serviceusage) };
