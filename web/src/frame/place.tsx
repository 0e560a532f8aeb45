import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface Step {
  label: string;
  to?: string;
}

const Place = createContext<{ steps: readonly Step[]; setSteps(steps: readonly Step[]): void }>({
  steps: [],
  setSteps: () => {},
});

/** Where the person is: the breadcrumb, and the title of the browser tab. */
export function PlaceProvider({ children }: { children: ReactNode }) {
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const value = useMemo(() => ({ steps, setSteps }), [steps]);
  return <Place value={value}>{children}</Place>;
}

export function usePlaceSteps(): readonly Step[] {
  return useContext(Place).steps;
}

/** A page tells its place; the last step is the page itself. */
export function usePlace(steps: readonly Step[]): void {
  const { t } = useTranslation();
  const { setSteps } = useContext(Place);
  const told = JSON.stringify(steps);
  useEffect(() => {
    const parsed: readonly Step[] = JSON.parse(told);
    setSteps(parsed);
    const last = parsed.at(-1);
    document.title = last ? t('pageTitle', { place: last.label }) : t('product');
  }, [told, setSteps, t]);
}
