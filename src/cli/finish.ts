/** A command's own action hands its exit code here. */
export type Finish = (code: number) => void;
