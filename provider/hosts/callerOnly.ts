/** The frames that the SDK passes over: its own three, the host's constructor, and that of the generated class. */
const ownFrames = 5;

/**
 * The SDK stores the whole stack of every resource in state, some 1,000 bytes that tell nobody anything, and takes the
 * generated class for the place where the resource was declared. Until it is restored, a stack consists of stand-ins for
 * the frames that the SDK passes over and of the program's line. To find the places of those frames in their sources took a
 * third of a program's time.
 */
export function traceCallerOnly(): () => void {
  const original = Error.prepareStackTrace;
  Error.prepareStackTrace = (error, frames) => {
    const caller = frames.slice(ownFrames + 1, ownFrames + 2);
    const text =
      original === undefined
        ? [String(error), ...caller.map((frame) => `    at ${frame}`)].join("\n")
        : String(original(error, caller));
    const lines = text.split("\n");
    const standIns = Array.from({ length: ownFrames }, () => "    at pulumi");
    return lines.toSpliced(lines.length - caller.length, 0, ...standIns).join("\n");
  };
  return () => {
    Error.prepareStackTrace = original;
  };
}
