/**
 * Loaded before clasp when HANDRAIL_GOOGLE names a local school. clasp has no setting for another server, so the client library
 * it asks for is one whose clients go to that address, and tokens are refreshed there too.
 */
import { register } from 'node:module';
import { OAuth2Client } from 'google-auth-library';
import { root } from './root.mjs';

register('./loader.mjs', import.meta.url);

const refresh = OAuth2Client.prototype.refreshTokenNoCache;
OAuth2Client.prototype.refreshTokenNoCache = function (...args) {
  this.endpoints.oauth2TokenUrl = `${root}token`;
  return refresh.apply(this, args);
};
