/** Times as people say them; the exact one goes into a title. */
import { addDays, type Day, dayOf, daysBetween, timeOf, weekdayOf } from '#domain/kernel/day.ts';
import type { Words } from '#domain/kernel/words.ts';

const weekdays: Record<number, Words> = {
  1: { zh: '周一', en: 'Mon' },
  2: { zh: '周二', en: 'Tue' },
  3: { zh: '周三', en: 'Wed' },
  4: { zh: '周四', en: 'Thu' },
  5: { zh: '周五', en: 'Fri' },
  6: { zh: '周六', en: 'Sat' },
  7: { zh: '周日', en: 'Sun' },
};

export function sayWeekday(day: Day): Words {
  return weekdays[weekdayOf(day)]!;
}

/** '今天', '明天', '昨天', '11月25日', '2025年3月1日'. */
export function sayDay(day: Day, today: Day = dayOf(Date.now())): Words {
  if (day === today) return { zh: '今天', en: 'today' };
  if (day === addDays(today, 1)) return { zh: '明天', en: 'tomorrow' };
  if (day === addDays(today, -1)) return { zh: '昨天', en: 'yesterday' };
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  if (year === Number(today.slice(0, 4))) return { zh: `${month}月${date}日`, en: `${date} ${monthNames[month - 1]}` };
  return { zh: `${year}年${month}月${date}日`, en: `${date} ${monthNames[month - 1]} ${year}` };
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function sayMonth(month: string): Words {
  const [year, index] = month.split('-').map(Number) as [number, number];
  return { zh: `${year}年${index}月`, en: `${monthNames[index - 1]} ${year}` };
}

/** '今天 09:42', '昨天 17:05', '11月3日 08:30'. */
export function sayAt(at: string, now: number = Date.now()): Words {
  const day = sayDay(dayOf(at), dayOf(now));
  return { zh: `${day.zh} ${timeOf(at)}`, en: `${day.en} ${timeOf(at)}` };
}

/** '2026-11-22 09:42', for a title. */
export function exactAt(at: string): string {
  return `${dayOf(at)} ${timeOf(at)}`;
}

/** '逾期 2 天', '今天', '还有 3 天'. */
export function sayDue(due: Day, today: Day = dayOf(Date.now())): Words {
  const left = daysBetween(today, due);
  if (left < 0) return { zh: `逾期 ${-left} 天`, en: `${-left} ${left === -1 ? 'day' : 'days'} late` };
  if (left === 0) return { zh: '今天截止', en: 'due today' };
  if (left === 1) return { zh: '明天截止', en: 'due tomorrow' };
  return { zh: `还有 ${left} 天`, en: `${left} days left` };
}

/** '约 1 天', '3 小时', '12 分钟'. */
export function sayOff(ms: number): Words {
  const minutes = Math.round(Math.abs(ms) / 60_000);
  const [n, zh, en] =
    minutes >= 1440
      ? [Math.round(minutes / 1440), '天', 'day']
      : minutes >= 60
        ? [Math.round(minutes / 60), '小时', 'hour']
        : [minutes, '分钟', 'minute'];
  return { zh: `${n} ${zh}`, en: `${n} ${en}${n === 1 ? '' : 's'}` };
}
