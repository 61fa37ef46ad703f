/** Where the pictures of a photo are served, and how large they are. Plain constants, small enough for the phone. */
export const photoUrl = (id: string, size: 'shown' | 'thumb' | 'original'): string => `/api/photo/${id}/${size}`;

/** The longest edge of the shown copy and of the thumbnail, pixels; JPEG quality 80. */
export const SHOWN_EDGE = 1600;
export const THUMB_EDGE = 320;
export const MAX_PHOTO_BYTES = 25 * 1024 * 1024;
export const MAX_PHOTO_MEGAPIXELS = 60;
/** One part of a photo on its way: at most this much in one request. */
export const MAX_PART_BYTES = 1024 * 1024;
