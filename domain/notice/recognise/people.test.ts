import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf } from '../blocks.ts';
import { rosterIn } from './people.ts';

const read = (text: string) => rosterIn(linesOf(text), () => '领导小组').people.map(({ role, name, post }) => [role, name, post]);

test('rosters in the layouts offices print', () => {
  assert.deepEqual(
    read(
      '组　长：王　强　主任\n副组长：李小明　副主任\n　　　　赵　勇　副主任\n成　员：孙丽（秘书科科长）\n周晓（综合科科长）\n本组下设办公室。',
    ),
    [
      ['组长', '王强', '主任'],
      ['副组长', '李小明', '副主任'],
      ['副组长', '赵勇', '副主任'],
      ['成员', '孙丽', '秘书科科长'],
      ['成员', '周晓', '综合科科长'],
    ],
  );
  assert.deepEqual(read('组 长:王强\n成 员:孙丽、周晓、钱进'), [
    ['组长', '王强', null],
    ['成员', '孙丽', null],
    ['成员', '周晓', null],
    ['成员', '钱进', null],
  ]);
  assert.deepEqual(read('组  长：\n王强  党组书记、主任\n成  员：\n孙丽  秘书科科长'), [
    ['组长', '王强', '党组书记、主任'],
    ['成员', '孙丽', '秘书科科长'],
  ]);
  assert.deepEqual(read('联络员：孙丽，联系电话：0537-2967600'), [['联络员', '孙丽', null]]);
});
