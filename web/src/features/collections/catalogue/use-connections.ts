import { readYamlValue } from '@marquee/kometa';
import { skipToken } from '@reduxjs/toolkit/query';
import { useMemo } from 'react';
import { useConfigFileQuery, useConfigFilesQuery } from '../../../api/config-files.ts';

/** The sections that config.yml has; null while that is not known. */
export function useConnections(): ReadonlySet<string> | null {
  const { data: files } = useConfigFilesQuery({});
  const config = files?.find(({ path }) => path === 'config.yml');
  const { data: file } = useConfigFileQuery(config ? { fileId: config.id } : skipToken);
  return useMemo(() => {
    if (!file) return null;
    const read = readYamlValue(file.content);
    if (!('value' in read) || typeof read.value !== 'object' || read.value === null) return null;
    return new Set(Object.keys(read.value));
  }, [file]);
}
