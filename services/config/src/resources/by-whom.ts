export const byWhom = ({ id, name }: { id: string; name: string }) => ({ by: id, author: name });
