export type RoomStore = {
  /** What the stored data take, estimated from rows and texts. */
  readonly estimatedBytes: () => Promise<number>;
  /** Forgets answers to repeated actions, checks of permissions and counts of points that are older. */
  readonly clearBefore: (limits: {
    readonly answers: Date;
    readonly checks: Date;
    readonly points: Date;
  }) => Promise<void>;
};
