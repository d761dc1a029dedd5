const KIB = 1024;
const MIB = 1024 * KIB;

/** What one device, and all of them together, may ask of the camera port. */
export interface CameraLimits {
  /** Largest body, before and after decompression. A 90-day history fits in the default. */
  maxBodyBytes: number;
  headersTimeoutMs: number;
  /** From the end of the headers to the end of the body. */
  bodyTimeoutMs: number;
  /** How long a refused body is read on and thrown away, so that the sender gets to see the answer. */
  drainMs: number;
  /** All together. When one more comes, the quietest of whoever has the most has to go. */
  maxConnections: number;
  maxConnectionsPerAddress: number;
  /** Requests that are read ahead of their answers. Cameras send one, wait, and send the next. */
  maxRequestsPerConnection: number;
  /** Messages that an address may send as fast as it can, and how many a second when these are used up. */
  burstMessages: number;
  messagesPerSecond: number;
  /** The same for what they weigh, unpacked. */
  burstBytes: number;
  bytesPerSecond: number;
  /** The same for the storage's time, which a small message may take much of. */
  burstWorkMs: number;
  workMsPerSecond: number;
  /** Longest that a message is held back for them, or for a place, before it is turned away. */
  maxWaitMs: number;
  /** Bodies up to this size are read without asking. */
  smallBodyBytes: number;
  /** Larger or packed bodies that are read and counted at the same time. */
  largeBodies: number;
  largeBodiesPerAddress: number;
  /** Messages that are handed on to be counted at the same time. */
  messagesInHand: number;
  messagesInHandPerAddress: number;
}

/**
 * Measured by a busy shop with twenty cameras behind one address (a router in between): each sends a
 * heartbeat a minute and, in real time, up to one report a second of some 300 bytes (V1.9 §1, §2). That is
 * 20 messages and 6 KiB a second, a fraction of what is allowed for good.
 *
 * After an outage such a shop sends up to 90 days again (V1.9 §1): 129,600 windows of a minute for each
 * camera. As history lists (V1.9 §4) these are 16 MiB for a camera and 320 MiB for all, less than the
 * burst. As single reports they come as fast as they can until the burst is used up, then 50 a second:
 * three hours for each half million; held back, not refused, since a camera waits for its answer.
 *
 * Counting such a history takes the storage 5 to 15 s for each camera, so two and a half minutes of its time do
 * for ten of them, and a fifth of it is far above what live reports need.
 */
export const defaultCameraLimits: CameraLimits = {
  maxBodyBytes: 16 * MIB,
  headersTimeoutMs: 30_000,
  bodyTimeoutMs: 30_000,
  drainMs: 10_000,
  maxConnections: 512,
  maxConnectionsPerAddress: 64,
  maxRequestsPerConnection: 16,
  burstMessages: 20_000,
  messagesPerSecond: 50,
  burstBytes: 512 * MIB,
  bytesPerSecond: 32 * KIB,
  burstWorkMs: 150_000,
  workMsPerSecond: 200,
  maxWaitMs: 10_000,
  smallBodyBytes: 64 * KIB,
  largeBodies: 4,
  largeBodiesPerAddress: 2,
  messagesInHand: 64,
  messagesInHandPerAddress: 16,
};
