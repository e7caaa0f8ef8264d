/**
 * How every program of this project is started. The young generation of a server that answers thousands a second outgrows V8's 16 MB: with 64 MB most of what a
 * request made is dead before it would be copied (docs/performance.md).
 */
export const nodeFlags = ['--disable-warning=ExperimentalWarning', '--min-semi-space-size=16', '--max-semi-space-size=64']
