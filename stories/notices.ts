/** Notices of one office in our own wording: the first, one that amends it, and one beside it that says some of it again. */

/** Five duties and one grid. */
export const firstNotice = (year: number): string => `青办发〔${year}〕3号

青川市外事办公室关于印发文明创建任务清单的通知
各科室：
现将任务清单印发给你们，请认真执行。

青川市外事办公室
${year}年3月6日

文明创建任务清单

一、做好环境卫生。办公区由秘书科负责，每天清扫一次，6月30日前报送总结。
二、做好宣传工作。宣传栏由综合科负责更新，于5月20日前报市创城办备案；电子屏由综合科负责播放公益广告。
三、开展志愿服务。由领事科负责，7月5日前报送说明报告（700字左右）和照片3张。
四、落实控烟制度。由秘书科负责，9月30日前完成检查。
五、落实节水措施。由秘书科负责，填写《节水巡查登记表》。

网格巡查责任清单
一、网格责任清单
（一）网格名称：8网格梧桐社区
（二）工作内容
1、查看宣传栏是否完好。
2、查看路灯亮灯率是否达到98%。
（三）工作推进措施
1、每周巡查两天，实行分管领导带班制度，每次巡查人数3人。
`;

/** Duty 1 asks for another day, 3 for more words, 4 is gone, 6 is new; the grid gets one more thing to look at and fewer people. */
export const amendedNotice = (year: number): string =>
  firstNotice(year)
    .replace(`〔${year}〕3号`, `〔${year}〕9号`)
    .replace('关于印发文明创建任务清单的通知', '关于修订文明创建任务清单的通知')
    .replace('现将任务清单印发给你们', `现对青办发〔${year}〕3号文件所附任务清单作出修订，印发给你们`)
    .replace(`${year}年3月6日`, `${year}年4月8日`)
    .replace('6月30日前报送总结', '7月31日前报送总结')
    .replace('700字左右', '900字左右')
    .replace(
      '四、落实控烟制度。由秘书科负责，9月30日前完成检查。\n五、落实节水措施。由秘书科负责，填写《节水巡查登记表》。',
      '四、落实节水措施。由秘书科负责，填写《节水巡查登记表》和工作台账。\n五、推行垃圾分类。由综合科负责，10月31日前报送台账。',
    )
    .replace('2、查看路灯', '2、查看垃圾是否日产日清。\n3、查看路灯')
    .replace('每次巡查人数3人', '每次巡查人数2人');

/** The sorting of waste again with one more day, and something of its own. */
export const besideNotice = (year: number): string => `青办发〔${year}〕12号

青川市外事办公室关于做好迎检准备的通知
各科室：
现将迎检工作安排通知如下。
一、推行垃圾分类。由综合科负责，10月31日前报送台账，11月20日前再报送一次。
二、准备迎检材料。由秘书科负责，11月10日前完成。

青川市外事办公室
${year}年5月8日
`;
