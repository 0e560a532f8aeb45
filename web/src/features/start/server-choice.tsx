import type { ConfigStart } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { ChoiceCard, Choices } from './choice-card.tsx';

type Server = ConfigStart['servers'][number];

/** A config.yml is of one server. */
export function ServerChoice(props: {
  servers: readonly Server[];
  value: string;
  onChange(server: Server): void;
}) {
  const { t } = useTranslation();
  return (
    <Box component="section" sx={{ mb: 8 }}>
      <Typography variant="h3" component="h2" sx={{ mb: 3 }}>
        {t('start.server')}
      </Typography>
      <Choices label={t('start.server')}>
        {props.servers.map((server) => (
          <ChoiceCard
            key={server.id}
            type="radio"
            name="server"
            checked={server.id === props.value}
            title={server.name}
            what={server.libraries.map(({ title }) => title).join(', ')}
            onChange={() => props.onChange(server)}
          />
        ))}
      </Choices>
    </Box>
  );
}
