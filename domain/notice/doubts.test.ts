import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileNotice } from './compile.ts';

const letter = (body: string, day = '2026年3月6日'): string => `青办发〔2026〕3号

青禾市科技馆关于做好创城工作的通知
馆属各科室：
现将有关工作通知如下。
${body}

青禾市科技馆
${day}
`;

const reasons = (text: string): string[] => (compileNotice(text).doubts ?? []).map((doubt) => doubt.reason.zh);

test('a plain order leaves nothing unsure', () => {
  assert.deepEqual(reasons(letter('一、更新专栏。由宣传科负责，5月20日前完成。\n二、打扫卫生。由办公室负责，每天一次。')), []);
});

test('each thing that a careful clerk would look at twice has its reason', () => {
  const cases: readonly (readonly [body: string, reason: RegExp])[] = [
    ['一、更新专栏。由宣传科负责，2月30日前完成。', /不是日历上的日子/],
    ['一、更新专栏。由宣传科负责，1月5日前完成。', /早于成文日期/],
    ['一、更新专栏。由宣传科负责，尽快完成。', /没有写明哪一天/],
    ['一、调度工作。由宣传科负责，每两周调度一次。', /没有读成周期/],
    ['一、更新专栏。有关部门要抓好落实。', /没有指明是谁/],
    ['一、更新专栏。由宣传科负责。\n三、打扫卫生。由办公室负责。', /从 1 跳到 3/],
    ['各科室于4月10日前报送参加人员名单至办公室。\n一、更新专栏。由宣传科负责。', /没有读成责任事项/],
  ];
  for (const [body, reason] of cases)
    assert.ok(
      reasons(letter(body)).some((one) => reason.test(one)),
      `${body}: ${reasons(letter(body))}`,
    );
});

test('a day without a year is unsure where the notice bears no date', () => {
  assert.ok(
    reasons(letter('一、更新专栏。由宣传科负责，5月20日前完成。', '').replace('〔2026〕', '')).some((one) => /不知道是哪一年/.test(one)),
  );
});

test('the least certain stands first, and every doubt points into the text', () => {
  const text = letter('一、更新专栏。由宣传科负责，尽快完成。\n二、打扫卫生。由办公室负责，2月30日前完成。');
  const doubts = compileNotice(text).doubts ?? [];
  assert.deepEqual(
    doubts.map((doubt) => doubt.confidence),
    [0.1, 0.6],
  );
  for (const doubt of doubts) assert.ok(doubt.span[0] < doubt.span[1] && doubt.span[1] <= text.length);
});
