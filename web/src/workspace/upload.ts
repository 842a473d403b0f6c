// A file on its way to the server, with its progress, which fetch does not tell.
import { ApiError, credentials, type Problem } from '../api/client';
import type { UploadedFile } from './types';

/** The server's own bound. */
export const LARGEST_FILE = 20 * 1024 * 1024;

export function upload(connection: string, card: number, file: File, progress: (share: number) => void, stop: AbortSignal): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const path = `/api/workspace/${encodeURIComponent(connection)}/cards/${card}/files?name=${encodeURIComponent(file.name || 'file')}`;
    request.open('POST', path);
    for (const [name, shown] of Object.entries(credentials())) request.setRequestHeader(name, shown);
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) progress(event.loaded / event.total);
    };
    request.onload = () => {
      if (request.status === 200) return resolve(request.response as UploadedFile);
      const problem = request.response as Problem | null;
      reject(new ApiError(problem?.code ?? 'unexpected', problem?.detail ?? problem?.title ?? '', request.status));
    };
    request.onerror = () => reject(new ApiError('offline', '', 0));
    stop.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
