import CollectionsBookmarkOutlined from '@mui/icons-material/CollectionsBookmarkOutlined';
import QueueMusicRounded from '@mui/icons-material/QueueMusicRounded';
import VideoLibraryOutlined from '@mui/icons-material/VideoLibraryOutlined';

export const kindIcons = {
  collection: CollectionsBookmarkOutlined,
  playlist: QueueMusicRounded,
  library: VideoLibraryOutlined,
};
