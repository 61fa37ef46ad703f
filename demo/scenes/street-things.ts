/** Things found on a street. Each has its foot at 0,0; about 335 units make a metre. */
import type { Chance } from '../random.ts';
import { circle, ellipse, fill, line, mix, path, rect, shadow } from './pen.ts';

export function wheeledBin(colour: string, open: boolean): string {
  const dark = mix(colour, '#10161c', 0.35);
  const lid = open
    ? path('M-150 -350 L-176 -560 L120 -585 L146 -352 Z', fill(dark)) +
      path('M-140 -360 L-163 -540 L108 -562 L132 -362 Z', fill(mix(colour, '#10161c', 0.55)))
    : path('M-166 -392 Q0 -440 166 -392 L158 -346 L-158 -346 Z', fill(mix(colour, '#ffffff', 0.18)));
  return (
    shadow(220, 34) +
    (open ? lid : '') +
    path('M-150 -350 L150 -350 L118 0 L-118 0 Z', fill(colour)) +
    path('M60 -350 L150 -350 L118 0 L50 0 Z', fill(dark, 0.55)) +
    rect(-158, -366, 316, 34, fill(dark), 8) +
    (open ? '' : lid) +
    circle(-84, -6, 28, fill('#23282e')) +
    circle(84, -6, 28, fill('#23282e')) +
    path('M-44 -200 L0 -262 L44 -200 L24 -200 L24 -140 L-24 -140 L-24 -200 Z', fill('#ffffff', 0.65))
  );
}

export function bag(chance: Chance, colour: string): string {
  const lean = chance.between(-16, 16);
  return (
    shadow(105, 18) +
    path(
      `M-92 0 C-118 -70 -84 -136 -22 -150 L${lean - 26} -188 L${lean + 28} -184 L26 -150 C92 -132 112 -66 88 0 Q0 14 -92 0 Z`,
      fill(colour),
    ) +
    path('M20 -146 C84 -128 104 -62 86 0 Q60 6 30 6 C66 -50 60 -110 20 -146 Z', fill(mix(colour, '#0d1116', 0.45), 0.6)) +
    path(`M-40 -120 Q-62 -80 -52 -30`, line('#ffffff', 6, 0.28))
  );
}

/** One piece of litter lying on the ground. */
export function litter(chance: Chance): string {
  const turn = chance.whole(-70, 70);
  const piece = chance.pick([
    rect(-46, -26, 76, 22, fill('#6fb3d8'), 10) + rect(28, -21, 22, 12, fill('#3f7fae'), 3),
    path('M-44 0 L-30 -34 L34 -40 L50 -8 Z', fill('#f6f3ec')) + path('M-20 -10 L34 -20', line('#c9c2b4', 4)),
    path('M-24 0 L-34 -58 L34 -58 L24 0 Z', fill('#f2ede2')) + rect(-36, -66, 72, 12, fill('#c4503f'), 4),
    path('M-50 0 C-60 -40 -20 -62 6 -44 C36 -62 66 -26 48 0 Z', fill('#e8eef0', 0.92)) + path('M-20 -8 Q0 -34 22 -12', line('#b7c3c9', 4)),
    path('M-40 0 Q-10 -50 40 -22 L30 -4 Q0 -20 -40 0 Z', fill('#e2b93f')) + path('M-12 -22 Q10 -34 30 -22', line('#9b7a1e', 4)),
    rect(-34, -24, 68, 24, fill('#c65a46'), 4) + rect(-34, -24, 68, 9, fill('#efe6d6'), 2),
  ]);
  return `${ellipse(4, 3, 50, 10, fill('#1d2733', 0.25))}<g transform="rotate(${turn} 0 -18)">${piece}</g>`;
}

/** A shared bicycle from the side. */
export function bicycle(colour: string): string {
  const wheel = (x: number): string =>
    circle(x, -112, 108, line('#2c3238', 16)) +
    circle(x, -112, 10, fill('#8b949c')) +
    path(
      `M${x - 100} -112 L${x + 100} -112 M${x} -212 L${x} -12 M${x - 70} -182 L${x + 70} -42 M${x - 70} -42 L${x + 70} -182`,
      line('#9aa2a9', 3, 0.8),
    );
  const frame =
    path('M-170 -112 L-60 -300 L120 -300 L170 -112 M-60 -300 L20 -112 L-170 -112 M20 -112 L120 -300 L112 -372', line(colour, 24)) +
    path('M64 -392 Q112 -380 156 -398', line('#2c3238', 16)) +
    path('M-60 -300 L-74 -352', line('#3b4249', 14)) +
    rect(-128, -372, 104, 26, fill('#23282e'), 13);
  const basket = path('M120 -352 L230 -352 L212 -262 L136 -262 Z', fill(mix(colour, '#1d2429', 0.25)));
  return shadow(280, 22, 0.1) + wheel(-170) + wheel(170) + frame + circle(20, -112, 22, fill('#3b4249')) + basket;
}

/** A street lamp of eight metres; its head reaches over the road. */
export function lamp(lit: boolean): string {
  const light = lit ? circle(290, -2210, 780, 'fill="url(#glow)"') : '';
  return (
    shadow(80, 18) +
    path('M-30 0 L30 0 L20 -2190 L-20 -2190 Z', fill('#4c535d')) +
    rect(-46, -120, 92, 120, fill('#3d434c'), 8) +
    path('M0 -2180 Q20 -2290 290 -2262', line('#4c535d', 26)) +
    path('M196 -2284 L384 -2264 L376 -2216 L206 -2216 Z', fill('#3a4049')) +
    rect(222, -2222, 140, 16, fill(lit ? '#fff4cf' : '#23272e'), 6) +
    light
  );
}

/** A parked car seen from behind. */
export function carBehind(colour: string): string {
  const dark = mix(colour, '#0f151b', 0.35);
  return (
    shadow(390, 46, 0.08, 0.34) +
    rect(-300, -120, 110, 122, fill('#1e2226'), 20) +
    rect(190, -120, 110, 122, fill('#1e2226'), 20) +
    path(
      'M-318 -70 L-318 -270 Q-312 -300 -270 -312 L-212 -478 Q-200 -512 -160 -514 L160 -514 Q200 -512 212 -478 L270 -312 Q312 -300 318 -270 L318 -70 Q318 -44 290 -44 L-290 -44 Q-318 -44 -318 -70 Z',
      fill(colour),
    ) +
    path('M-318 -150 L318 -150 L318 -70 Q318 -44 290 -44 L-290 -44 Q-318 -44 -318 -70 Z', fill(dark)) +
    path('M-236 -318 L-186 -470 Q-180 -484 -160 -484 L160 -484 Q180 -484 186 -470 L236 -318 Z', fill('#5b7486')) +
    path('M-60 -484 L40 -484 L-70 -318 L-190 -318 Z', fill('#ffffff', 0.16)) +
    rect(-304, -268, 110, 54, fill('#c94a3c'), 14) +
    rect(194, -268, 110, 54, fill('#c94a3c'), 14) +
    rect(-104, -136, 208, 58, fill('#3d79b8'), 8) +
    rect(-96, -129, 192, 44, line('#e8f0f6', 4), 4)
  );
}

/** A fruit stall: a cart under an umbrella, boxes in front of it. */
export function stall(chance: Chance, colour: string): string {
  const heap = (x: number, y: number, tint: string): string =>
    Array.from({ length: 9 }, (_, i) =>
      circle(x - 76 + (i % 5) * 38 + (i > 4 ? 20 : 0), y - (i > 4 ? 34 : 8), 25, fill(i % 2 ? tint : mix(tint, '#ffffff', 0.14))),
    ).join('');
  const box = (x: number, y: number, tint: string): string =>
    heap(x, y - 70, tint) +
    path(`M${x - 112} ${y - 78} L${x + 112} ${y - 78} L${x + 98} ${y} L${x - 98} ${y} Z`, fill('#b98a57')) +
    path(`M${x - 108} ${y - 44} L${x + 108} ${y - 44}`, line('#8f6638', 6));
  const stripes = [-420, -140, 140].map((x) => path(`M0 -900 L${x} -640 L${x + 140} -640 Z`, fill('#f7efe0'))).join('');
  return (
    shadow(470, 54, 0.1, 0.3) +
    rect(-10, -880, 20, 700, fill('#6a6f74')) +
    path('M-430 -640 Q-360 -880 0 -930 Q360 -880 430 -640 Z', fill(colour)) +
    stripes +
    rect(-340, -300, 680, 120, fill('#8a6a4b'), 8) +
    heap(-220, -300, '#d9534a') +
    heap(0, -300, '#e6a23c') +
    heap(220, -300, '#6fae55') +
    rect(-310, -190, 620, 120, fill('#6f5238')) +
    circle(-220, -64, 64, line('#2b3036', 16)) +
    circle(220, -64, 64, line('#2b3036', 16)) +
    box(-430, 60, chance.pick(['#e6a23c', '#d9534a'])) +
    box(400, 80, '#6fae55') +
    box(120, 120, '#d98c3f')
  );
}

export function planter(chance: Chance): string {
  const leaves = Array.from({ length: 16 }, () =>
    circle(
      chance.between(-210, 210),
      chance.between(-330, -190),
      chance.between(50, 82),
      fill(chance.pick(['#4f8a55', '#6aa763', '#3f7a50'])),
    ),
  ).join('');
  const flowers = Array.from({ length: 15 }, () =>
    circle(
      chance.between(-220, 220),
      chance.between(-370, -200),
      chance.between(15, 24),
      fill(chance.pick(['#e5738a', '#f4c95d', '#f7f1e8', '#d9667a'])),
    ),
  ).join('');
  return (
    shadow(300, 36) +
    leaves +
    flowers +
    path('M-260 -190 L260 -190 L222 0 L-222 0 Z', fill('#c9bfb0')) +
    path('M90 -190 L260 -190 L222 0 L90 0 Z', fill('#9c9284', 0.5)) +
    rect(-276, -212, 552, 36, fill('#ddd5c8'), 8)
  );
}

export function cone(): string {
  return (
    shadow(86, 16) +
    rect(-78, -22, 156, 24, fill('#3a3f45'), 6) +
    path('M-56 -20 L-14 -230 L14 -230 L56 -20 Z', fill('#e2673b')) +
    path('M-44 -82 L-32 -142 L32 -142 L44 -82 Z', fill('#f6f1e7'))
  );
}

export function carton(colour: string): string {
  return (
    shadow(110, 18) +
    rect(-100, -150, 200, 150, fill(colour)) +
    rect(40, -150, 60, 150, fill(mix(colour, '#3a2a18', 0.3), 0.5)) +
    rect(-18, -150, 34, 150, fill('#e9d9b6', 0.8))
  );
}
