/** Where `ssh-keygen -Y sign` puts the signature of a file. */
export function signaturePath(path: string): string {
  return `${path}.sig`;
}
