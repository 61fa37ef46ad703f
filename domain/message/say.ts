/** Days as a message says them: it may be read on another day, so never "today". */
import { type Day, weekdayOf } from '../kernel/day.ts';
import type { Words } from '../kernel/words.ts';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** '5月6日（周三）' */
export function sayDate(day: Day): Words {
  const [, month, date] = day.split('-').map(Number) as [number, number, number];
  const weekday = weekdayOf(day) - 1;
  return { zh: `${month}月${date}日（周${WEEKDAYS[weekday]}）`, en: `${DAYS[weekday]} ${date} ${MONTHS[month - 1]}` };
}

/** The first few of a list, and how many there are. */
export function sayList(all: readonly Words[], most = 6): Words {
  const shown = all.slice(0, most);
  const more = all.length - shown.length;
  return {
    zh: `${shown.map(({ zh }) => zh).join('、')}${more > 0 ? `等 ${all.length} 个` : ''}`,
    en: `${shown.map(({ en }) => en).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  };
}
