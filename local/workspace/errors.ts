/**
 * What a Google API answers when it refuses: the same error whether it was asked over REST or through an advanced service.
 * Shapes from `docs/workspace/drive/api/guides/handle-errors.md`.
 */
export class ApiError extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly status: string = statusOf(code),
    readonly reason: string = status.toLowerCase(),
  ) {
    super(message);
    this.name = 'ApiError';
  }

  /** The body of the HTTP answer. */
  body() {
    return {
      error: { code: this.code, message: this.message, status: this.status, errors: [{ message: this.message, domain: 'global', reason: this.reason }] },
    };
  }
}

function statusOf(code: number): string {
  const names: Record<number, string> = {
    400: 'INVALID_ARGUMENT',
    401: 'UNAUTHENTICATED',
    403: 'PERMISSION_DENIED',
    404: 'NOT_FOUND',
    409: 'ABORTED',
    412: 'FAILED_PRECONDITION',
    429: 'RESOURCE_EXHAUSTED',
    500: 'INTERNAL',
  };
  return names[code] ?? 'UNKNOWN';
}

/** The local Workspace does not model this: said aloud, never `undefined`. */
export class NotModelled extends Error {
  constructor(what: string) {
    super(`not in the local Workspace: ${what}`);
    this.name = 'NotModelled';
  }
}
