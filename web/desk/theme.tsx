/** antd in the colours of the house. Link and info tones are set by hand, because a red primary would leave them blue or make them read like errors. */
import { useStore } from '@nanostores/react';
import { ConfigProvider, type ConfigProviderProps, type ThemeConfig } from 'antd';
import enUS from 'antd/es/locale/en_US.js';
import zhCN from 'antd/es/locale/zh_CN.js';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import type { ReactNode } from 'react';
import type { Language } from '#domain/kernel/words.ts';
import { language } from '#web/language.ts';

/** antd's declarations call these modules CommonJS, the files are ES modules: the default import is the locale itself. */
const locales = { zh: zhCN, en: enUS } as unknown as Record<Language, ConfigProviderProps['locale']>;

const theme: ThemeConfig = {
  token: {
    colorPrimary: '#b0261d',
    colorLink: '#1d5f96',
    colorInfo: '#1d5f96',
    colorError: '#c4320a',
    colorSuccess: '#1e7b4a',
    colorWarning: '#8a6a00',
    colorText: '#1f2328',
    colorTextSecondary: '#59636e',
    colorTextTertiary: '#59636e',
    colorTextPlaceholder: '#667079',
    colorTextDescription: '#59636e',
    colorTextDisabled: '#667079',
    colorBorder: '#8b867b',
    colorBorderSecondary: '#e4e2dc',
    colorBgLayout: '#f7f6f3',
    borderRadius: 6,
    fontSize: 14,
    fontFamily: 'var(--sans)',
    controlHeight: 34,
  },
  components: {
    Select: {
      optionSelectedBg: '#fbeae8',
      optionActiveBg: '#f1efea',
      activeBorderColor: '#1f6fb2',
      hoverBorderColor: '#59636e',
      activeOutlineColor: 'rgb(31 111 178 / 18%)',
    },
    DatePicker: { activeBorderColor: '#1f6fb2', hoverBorderColor: '#59636e' },
    Input: { activeBorderColor: '#1f6fb2', hoverBorderColor: '#59636e' },
  },
};

export function AntdFrame({ children }: { readonly children: ReactNode }) {
  const now = useStore(language);
  dayjs.locale(now === 'zh' ? 'zh-cn' : 'en');
  return (
    <ConfigProvider
      theme={theme}
      locale={locales[now]}
      button={{ autoInsertSpace: false }}
      getPopupContainer={(opener) => opener?.closest<HTMLElement>('[role="dialog"]') ?? document.body}
    >
      {children}
    </ConfigProvider>
  );
}
