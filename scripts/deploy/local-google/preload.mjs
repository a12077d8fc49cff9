/**
 * Loaded before clasp when HANDRAIL_GOOGLE names a local school. clasp has no setting for another server, but each of its calls goes
 * through the login's client: what is meant for Google's APIs goes to the same path under that address, and tokens are refreshed there.
 */
import { OAuth2Client } from 'google-auth-library';

const address = process.env.HANDRAIL_GOOGLE?.replace(/\/$/, '');
if (!address) throw new Error('HANDRAIL_GOOGLE names no local school.');

const { request, refreshTokenNoCache } = OAuth2Client.prototype;

OAuth2Client.prototype.request = function (options, ...rest) {
  const { hostname, pathname, search } = new URL(options.url);
  if (!hostname.endsWith('.googleapis.com')) throw new Error(`clasp asks ${hostname}, which the local school does not stand for.`);
  return request.call(this, { ...options, url: `${address}${pathname}${search}` }, ...rest);
};

OAuth2Client.prototype.refreshTokenNoCache = function (...args) {
  this.endpoints.oauth2TokenUrl = `${address}/token`;
  return refreshTokenNoCache.apply(this, args);
};
