import { Component, type ReactNode } from 'react';
import { language } from '#web/language.ts';

const words = {
  title: { zh: '页面出错', en: 'The page failed' },
  hint: { zh: '您的数据没有改动。请重新打开这个页面。', en: 'Nothing was changed. Please open this page again.' },
  again: { zh: '重新打开', en: 'Open again' },
};

/** A page that fails leaves the rest of the desk standing. Also reached when a new version was installed while the old one was open. */
export class Crash extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    const now = language.get();
    return (
      <div className="empty" role="alert">
        <h1>{words.title[now]}</h1>
        <p>{words.hint[now]}</p>
        <button type="button" className="btn btn-main" onClick={() => location.reload()}>
          {words.again[now]}
        </button>
      </div>
    );
  }
}
