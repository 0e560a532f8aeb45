import type { Check } from '@marquee/contracts';

export interface BlobInfo {
  /** sha256 of the bytes, hex. */
  hash: string;
  sizeBytes: number;
  contentType: string;
}

/** Content-addressed bytes, plus names that point to them. A name is any string; adapters hash it. */
export interface Blobs {
  put(bytes: Uint8Array, contentType: string): Promise<BlobInfo>;
  get(hash: string): Promise<{ info: BlobInfo; bytes: Uint8Array } | undefined>;
  /** Remembers that `name` means this blob, until it expires or is pushed out. */
  putNamed(name: string, bytes: Uint8Array, contentType: string): Promise<BlobInfo>;
  getNamed(name: string): Promise<{ info: BlobInfo; bytes: Uint8Array } | undefined>;
  check(): Promise<Check>;
  close(): Promise<void>;
}
