/** The frames that the SDK passes over: its own three, the host's constructor, and that of the generated class. */
const ownFrames = 5;

/**
 * The SDK stores the whole stack of every resource in state, some 1,000 bytes that tell nobody anything, and takes the
 * generated class for the place where the resource was declared. Until it is restored, a stack consists of the frames
 * that the SDK passes over and of the program's line.
 */
export function traceCallerOnly(): () => void {
  const original = Error.prepareStackTrace;
  Error.prepareStackTrace = (error, frames) => {
    const kept = [...frames.slice(0, ownFrames), ...frames.slice(ownFrames + 1, ownFrames + 2)];
    return original === undefined
      ? [String(error), ...kept.map((frame) => `    at ${frame}`)].join("\n")
      : (original(error, kept) as string);
  };
  return () => {
    Error.prepareStackTrace = original;
  };
}
