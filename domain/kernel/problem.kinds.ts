/** Everything that can go wrong, in one list: its HTTP status and a sentence a person understands, in both languages. */
import type { Json } from './fact.ts';

export type Details = { readonly [key: string]: Json | undefined };
interface Kind {
  readonly status: number;
  readonly zh: (details: Details) => string;
  readonly en: (details: Details) => string;
}

const kind = (status: number, zh: Kind['zh'] | string, en: Kind['en'] | string): Kind => ({
  status,
  zh: typeof zh === 'string' ? () => zh : zh,
  en: typeof en === 'string' ? () => en : en,
});

export const problemKinds = {
  // the request itself
  'request.notJson': kind(400, '请求内容不是有效的 JSON。', 'The request body is not valid JSON.'),
  'request.invalid': kind(
    400,
    (d) => `“${d.field || '内容'}”填写有误：${d.zh}`,
    (d) => `"${d.field || 'body'}" is not right: ${d.en}`,
  ),
  'request.tooLarge': kind(
    413,
    (d) => `内容太大，最多 ${d.limit}。`,
    (d) => `Too large; the limit is ${d.limit}.`,
  ),
  'request.wrongType': kind(
    415,
    (d) => `不支持这种内容类型，应为 ${d.expected}。`,
    (d) => `This content type is not accepted; send ${d.expected}.`,
  ),
  'request.foreignOrigin': kind(403, '请求来自其他网站，已拒绝。', 'The request comes from another site and was refused.'),
  'request.notFound': kind(404, '没有这个地址。', 'There is nothing at this address.'),
  'request.wrongMethod': kind(
    405,
    (d) => `请用 ${d.allowed} 方法调用。`,
    (d) => `Call this with ${d.allowed}.`,
  ),

  // acts and records
  'act.idReused': kind(
    409,
    '这个操作编号已用于另一个操作，请刷新后重试。',
    'This act id was already used for a different act; reload and try again.',
  ),
  'act.notAllowed': kind(
    403,
    (d) => `您没有“${d.zh}”的权限，需由${d.whoZh}办理。`,
    (d) => `You may not "${d.en}"; it is for ${d.whoEn}.`,
  ),
  'act.wrongState': kind(
    409,
    (d) => `现在是“${d.stateZh}”，不能“${d.zh}”。`,
    (d) => `It is "${d.stateEn}" now, so "${d.en}" is not possible.`,
  ),
  'record.notFound': kind(404, '没有找到这条记录，或您无权查看。', 'This record does not exist or you may not see it.'),
  'record.changed': kind(
    409,
    (d) => `“${d.zh}”在您打开之后已被${d.byName || '他人'}修改，请核对两个版本后再提交。`,
    (d) => `"${d.en}" was changed by ${d.byName || 'somebody else'} after you opened it; compare both versions and send again.`,
  ),
  'record.exists': kind(409, '这个编号的记录已经存在，内容不同。', 'A record with this id exists already and differs.'),

  // sign-in and rights
  'session.missing': kind(401, '请先登录。', 'Please sign in first.'),
  'session.wrongPassword': kind(401, '用户名或密码不对。', 'The user name or password is wrong.'),
  'session.tooManyTries': kind(
    429,
    (d) => `尝试次数太多，请 ${d.seconds} 秒后再试。`,
    (d) => `Too many tries; wait ${d.seconds} seconds.`,
  ),
  'session.noPost': kind(
    403,
    '这个账号没有任何职务，请联系本单位创城专员。',
    'This account holds no post; ask the campaign clerk of your unit.',
  ),
  'session.demoOnly': kind(403, '只有演示数据可以这样登录。', 'This way of signing in exists only with the demo data.'),
  'setup.done': kind(409, '首个账号已经建好，请直接登录。', 'The first account exists already; please sign in.'),
  'account.nameTaken': kind(409, '这个用户名已有人使用。', 'This user name is taken.'),
  'person.lastClerk': kind(409, '单位至少要有一名创城专员能登录。', 'At least one campaign clerk of the unit must be able to sign in.'),
  'account.exists': kind(409, '此人已有账号。', 'This person has an account already.'),

  // notices
  'notice.notText': kind(
    422,
    '文件里没有可读的文字。请上传 Word、PDF 或文本文件，或直接粘贴正文。',
    'There is no readable text in this file. Upload a Word, PDF or text file, or paste the text.',
  ),
  'notice.empty': kind(422, '公文是空的。', 'The notice is empty.'),
  'notice.tooLong': kind(
    413,
    (d) => `公文太长：最多 ${d.limit} 字。`,
    (d) => `The notice is too long; at most ${d.limit} characters.`,
  ),
  'notice.wrongFile': kind(
    415,
    '不能读取这种文件。请用 Word（docx、doc、wps）、带文字的 PDF、网页或文本文件，或直接粘贴正文。',
    'This kind of file cannot be read. Use Word (docx, doc, wps), a PDF with text, a web page or a text file, or paste the text.',
  ),
  'notice.damaged': kind(
    422,
    '文件已损坏，无法打开。请在 Word 里打开另存一份，或直接粘贴正文。',
    'The file is damaged and cannot be opened. Save it anew in Word, or paste the text.',
  ),
  'notice.encrypted': kind(
    422,
    '文件设有密码。请取消密码后再导入，或直接粘贴正文。',
    'The file is protected by a password. Take the password off, or paste the text.',
  ),
  'notice.pictureOnly': kind(
    422,
    '这个 PDF 只有图片，没有文字。请向发文单位要电子稿，或用识别软件转成文字后粘贴。',
    'This PDF holds pictures only, no text. Ask the sender for the text, or turn it into text with recognition software and paste it.',
  ),
  'notice.tooComplex': kind(
    413,
    '文件太大或太复杂，不像一份公文（最多 80 页）。请只导入公文本身，或粘贴正文。',
    'The file is too large or too complex to be a notice (80 pages at most). Import the notice alone, or paste its text.',
  ),
  'notice.imported': kind(
    409,
    (d) => `这份公文已经导入过：${d.title}`,
    (d) => `This notice has been imported already: ${d.title}`,
  ),
  'notice.unsettled': kind(
    409,
    (d) => `还有 ${d.count} 处需要确认，确认后才能采纳。`,
    (d) => `${d.count} questions are still open; settle them before adopting.`,
  ),
  'notice.yearUndecided': kind(
    409,
    (d) => `公文是 ${d.year} 年的，请先选择日期保留原样还是移到今年。`,
    (d) => `The notice is of ${d.year}; choose whether its dates stay as printed or move.`,
  ),
  'notice.unknownQuestion': kind(409, '这个问题已经不存在，请刷新。', 'This question no longer exists; reload.'),
  'notice.nothingToTakeBack': kind(409, '这一项没有人工更正，无须撤回。', 'Nothing was corrected here, so there is nothing to take back.'),
  'notice.replacedByAdoption': kind(
    409,
    '采纳修订它的公文时自动替代，不单独办理。',
    'It is replaced when the notice that amends it is adopted, not by itself.',
  ),
  'notice.badCorrection': kind(
    422,
    (d) => `不能这样更正：${d.zh}`,
    (d) => `This correction is not possible: ${d.en}`,
  ),
  'notice.ordersNothing': kind(409, '方案里没有任何责任事项，没有可采纳的内容。', 'The draft holds no duty, so there is nothing to adopt.'),

  // tables
  'table.empty': kind(422, '表格是空的。', 'The table is empty.'),
  'table.wrongFile': kind(
    415,
    '不能读取这种文件。请用 Excel（xlsx）或 CSV 表格。',
    'This kind of file cannot be read. Use an Excel workbook (xlsx) or a CSV table.',
  ),
  'table.oldExcel': kind(
    415,
    '这是旧版 Excel（xls）或加了密码的文件。请另存为不带密码的 xlsx 再导入。',
    'This is an old Excel file (xls) or one with a password. Save it as xlsx without a password.',
  ),
  'table.damaged': kind(
    422,
    '表格文件已损坏，无法打开。请在 Excel 或 WPS 里另存一份再导入。',
    'The table cannot be opened. Save it anew in Excel or WPS.',
  ),
  'table.tooLarge': kind(413, '表格太大，最多 5000 行。', 'The table is too large; at most 5000 rows.'),
  'table.noHeader': kind(
    422,
    (d) => `没有找到表头，应有这些列：${d.columns}。`,
    (d) => `There is no header row; these columns are needed: ${d.columns}.`,
  ),

  // roster
  'roster.noPlaces': kind(
    409,
    '还没有巡查规则。先采纳一份含巡查要求的公文。',
    'There is no patrol rule yet. Adopt a notice that orders patrols first.',
  ),
  'roster.noPeople': kind(
    409,
    (d) => `人手不够：${d.zh}`,
    (d) => `Not enough people: ${d.en}`,
  ),
  'roster.seatTwice': kind(
    409,
    (d) => `${d.name}当天已在${d.place}值班。`,
    (d) => `${d.name} is already on duty at ${d.place} that day.`,
  ),
  'roster.mayNotLead': kind(
    409,
    (d) => `${d.name}不是可带班的领导。`,
    (d) => `${d.name} may not lead a patrol.`,
  ),
  'roster.away': kind(
    409,
    (d) => `${d.name}这一天不在（${d.zh}）。`,
    (d) => `${d.name} is away on this day (${d.en}).`,
  ),
  'absence.endsBeforeStart': kind(422, '结束日期早于开始日期。', 'It ends before it begins.'),
  'absence.tooLong': kind(
    422,
    (d) => `一次最多登记 ${d.limit} 天。`,
    (d) => `At most ${d.limit} days at once.`,
  ),
  'roster.past': kind(409, '已经过去的日子不能再排。', 'Days gone by cannot be rostered.'),
  'roster.patrolBegun': kind(409, '这次巡查已经开始，不能再换人。', 'This patrol has begun; its people can no longer be changed.'),
  'roster.emptySeats': kind(
    409,
    (d) => `还有 ${d.count} 个空位，补齐后才能发布。`,
    (d) => `${d.count} seats are empty; fill them before publishing.`,
  ),
  'roster.exists': kind(
    409,
    (d) => `${d.zh || '这个月'}已有值班表。`,
    (d) => `${d.en || 'This month'} has a roster already.`,
  ),
  'roster.apart': kind(
    409,
    (d) => `${d.name}和${d.other}约定不同班。`,
    (d) => `${d.name} and ${d.other} are kept apart.`,
  ),
  'roster.unrested': kind(
    409,
    (d) => `${d.name}在 ${d.day} 也值班，两次之间至少要隔 ${d.rest} 个巡查日。`,
    (d) => `${d.name} also serves on ${d.day}; ${d.rest} patrol days must lie between two duties.`,
  ),
  'roster.broken': kind(
    409,
    (d) => `有 ${d.count} 个班次不合规定，例如 ${d.day}：${d.zh}`,
    (d) => `${d.count} seats break the rule, for one on ${d.day}: ${d.en}`,
  ),
  'roster.nothingLeft': kind(
    409,
    '只能截到本月或以后的月末，并且后面还有已排的月份。',
    'It can be cut at the end of this month or a later one, where months that are rostered follow.',
  ),
  'roster.solving': kind(
    409,
    '还在排班，请等排完，或先停止并采用目前最好的方案。',
    'The roster is still being made; wait until it is done, or stop and keep the best so far.',
  ),

  'swap.notPublished': kind(409, '值班表还没有发布，不能换班。', 'The roster is not published, so duties cannot be swapped.'),
  'swap.notYours': kind(403, '只能把自己的班次换给别人。', 'Only a duty of your own can be given away.'),
  'swap.seatGone': kind(409, '班次已有变动，不能再这样换，请重新发起。', 'The duties have changed meanwhile; ask anew.'),
  'swap.asked': kind(
    409,
    (d) => `这个班次已请${d.name}换，请先撤回。`,
    (d) => `${d.name} has been asked for this duty already; withdraw that first.`,
  ),

  // inspection points
  'point.unknown': kind(422, '没有这种点位类型。', 'There is no such point type.'),
  'point.badScale': kind(
    422,
    '测评档次要从好到差排列：问题数逐档增加、得分逐档减少，最后一档不设上限。',
    'The states must go from best to worst: more faults and a smaller share at each step, and no limit at the last.',
  ),
  'point.metricTwice': kind(422, '同一个指标只能写一次。', 'A number can be asked for only once.'),

  // patrol
  'patrol.unanswered': kind(
    409,
    (d) => `还有 ${d.count} 项没有检查结果：${d.items}。`,
    (d) => `${d.count} items have no result yet: ${d.items}.`,
  ),
  'patrol.unknownItem': kind(
    422,
    (d) => `检查表里没有第 ${d.no} 项。`,
    (d) => `The checklist has no item ${d.no}.`,
  ),
  'patrol.measureMissing': kind(
    422,
    (d) => `第 ${d.no} 项要填写${d.metric}。`,
    (d) => `Item ${d.no} asks for ${d.metric}.`,
  ),
  'patrol.logChanged': kind(
    409,
    '日志内容已有变动，请看过新的内容再签。',
    'The text of the log has changed meanwhile; read it and sign again.',
  ),
  'patrol.signed': kind(409, '这一版您已经签过。', 'You have signed this version already.'),
  'patrol.notSigned': kind(
    409,
    '巡查人员还没有签名，签名后带班领导再审签。',
    'No member has signed yet; the leader countersigns after them.',
  ),
  'patrol.nothingAmended': kind(409, '内容没有变化，不需要更正。', 'Nothing differs, so there is nothing to amend.'),
  'patrol.logSent': kind(409, '这一版已经发过。', 'This version has been sent already.'),
  'patrol.notLate': kind(409, '日志没有逾期，不用说明。', 'The log is not late, so it needs no reason.'),
  'patrol.notYet': kind(409, '这次巡查的日期还没到。', 'The day of this patrol has not come yet.'),

  // presence on post
  'presence.notThatDay': kind(
    409,
    (d) => `只能在巡查当天（${d.day}）签到。`,
    (d) => `Checking in is for the day of the patrol (${d.day}) only.`,
  ),
  'presence.already': kind(409, '已经签到。', 'Checked in already.'),
  'presence.wrongCode': kind(
    422,
    '这个签到码不是本次巡查地点的。请扫描现场张贴的二维码，或用定位签到。',
    'This code is not that of the place of this patrol. Scan the poster at the place, or check in by position.',
  ),
  'presence.oldCode': kind(
    422,
    '这张签到海报已更换，旧码不再有效。请扫描新海报，或用定位签到。',
    'This poster has been replaced and its code no longer counts. Scan the new one, or check in by position.',
  ),
  'presence.own': kind(
    403,
    '不能办理自己的到岗情况，由带班领导或创城专员办理。',
    'Nobody decides on their own presence; the leader on duty or the campaign clerk does.',
  ),
  'presence.ahead': kind(422, '到岗时间还没到。', 'This time has not come yet.'),
  'presence.reasonNeeded': kind(422, '请写明原因。', 'Give a reason.'),
  'presence.nothingToExcuse': kind(409, '没有迟到或未到，无须说明。', 'Neither late nor missing: there is nothing to excuse.'),

  // problems of the street
  'issue.photoNeeded': kind(422, '请附上整改后的照片。', 'Attach a photo taken after the fix.'),
  'issue.photoUsed': kind(422, '这张照片已经用过，请另拍一张。', 'This photo has been used already; take another one.'),
  'issue.sameFixer': kind(403, '整改人不能核查自己的整改，请由他人核查。', 'Who fixed it may not verify it; somebody else must.'),
  'issue.reasonNeeded': kind(422, '请写明原因。', 'Give a reason.'),
  'issue.sameAsker': kind(403, '自己申请的事项要由他人决定。', 'What you asked for is decided by somebody else.'),
  'issue.declinedBefore': kind(
    409,
    '该单位已退回过这个问题；如确属其职责，请上报，由上级指定承办单位。',
    'That unit has declined this problem; escalate it, so that the handler is assigned from above.',
  ),
  'issue.assigned': kind(409, '承办单位由上级指定，不能退回。', 'The handler was assigned from above and cannot decline.'),
  'issue.notEscalated': kind(409, '只有上报的问题才能指定承办单位。', 'Only for an escalated problem a handler can be assigned.'),
  'issue.suspendedBefore': kind(409, '一个问题只能挂账一次。', 'A problem can be suspended only once.'),
  'issue.suspensionDay': kind(422, '挂账期限应在明天至一年以内。', 'Suspend it until a day from tomorrow to a year from now.'),
  'issue.extensionPending': kind(409, '延期申请正在等待决定。', 'A request for more time awaits its decision.'),
  'issue.extendedBefore': kind(409, '最多延期两次。', 'More time is granted twice at most.'),
  'issue.extensionTooLate': kind(409, '已超过期限，不能再申请延期。', 'The limit has passed; more time can no longer be asked for.'),
  'issue.nothingAsked': kind(409, '没有等待决定的申请。', 'Nothing has been asked for.'),
  'issue.goToNeeded': kind(422, '请写明应由谁受理、到哪里反映。', 'Say who takes it and where to go instead.'),
  'issue.partOfPart': kind(409, '拆分出来的问题不能再拆分。', 'A part cannot be split again.'),
  'issue.wrongOther': kind(422, '请选择本单位另一个未办结的问题。', 'Choose another open problem of your unit.'),
  'issue.wrongHandler': kind(422, '请选择承办的部门或社区。', 'Choose the department or community that takes it over.'),
  'issue.unknownPlace': kind(422, '没有这个地点。', 'There is no such place.'),

  // photos
  'photo.notPicture': kind(
    422,
    '这不是可用的图片，或已损坏。请用 JPEG、PNG、WebP 或 HEIC。',
    'This is not a usable picture, or it is damaged. Send JPEG, PNG, WebP or HEIC.',
  ),
  'photo.tooManyPixels': kind(
    422,
    (d) => `图片太大：最多 ${d.limit} 百万像素。`,
    (d) => `The picture is too large; at most ${d.limit} megapixels.`,
  ),
  'photo.wrongOffset': kind(
    409,
    (d) => `这张照片已收到 ${d.offset} / ${d.bytes} 字节，请从那里继续。`,
    (d) => `${d.offset} of ${d.bytes} bytes of this photo are here; go on from there.`,
  ),
  'photo.bytesDiffer': kind(
    422,
    '收到的内容与登记的照片不一致，请重新上传。',
    'The bytes received are not those of the announced photo; send it again.',
  ),
  'photo.originalOnly': kind(
    404,
    '这是 HEIC 原图，浏览器不能显示，请下载原图查看。',
    'This is a HEIC original that browsers cannot show; download the original.',
  ),

  // a queue brought in as a file
  'queue.notSealed': kind(
    403,
    '这一项没有本人手机的有效签章，不能代为导入。请重新从手机导出。',
    "This item does not carry the seal of that person's phone and cannot be brought in. Export it from the phone again.",
  ),

  // tasks
  'task.resultNeeded': kind(422, '请写明办理结果。', 'Say what was done.'),
  'task.sameReporter': kind(403, '上报人不能确认自己的办理结果。', 'Who reported the result may not confirm it.'),

  // messages and channels
  'channel.wrongAddress': kind(
    422,
    (d) => `地址不对：${d.zh}`,
    (d) => `This address is not right: ${d.en}`,
  ),
  'channel.ownNetwork': kind(
    422,
    (d) => `${d.host} 在本机或内网，默认不允许。确需使用，请在服务器的 ALLOW_PRIVATE_CHANNELS 里写明。`,
    (d) => `${d.host} lies in the own network, which is refused unless ALLOW_PRIVATE_CHANNELS on the server names it.`,
  ),
  'channel.noAddress': kind(422, '请填写机器人的地址或收件人。', 'Give the address of the robot or of the receiver.'),
  'channel.exists': kind(409, '这个群或邮箱已经设置过。', 'This group or mailbox is set up already.'),
  'channel.secretAgain': kind(422, '地址改了，请把密钥重新填写一遍。', 'The address is another one: enter its secret again.'),
  'message.unknownField': kind(
    422,
    (d) => `“${d.zh}”的文字里没有 {${d.field}} 这一项，可用：${d.known}`,
    (d) => `The words of “${d.en}” do not know {${d.field}}; they know ${d.known}`,
  ),
  'message.channelOff': kind(409, '这个渠道已停用，请先启用。', 'This channel is off; switch it on first.'),

  // papers
  'summary.exists': kind(409, '这个时段已有总结，请打开它继续修改。', 'There is a summary of this time already; open it and go on there.'),
  'summary.ahead': kind(422, '这个时段还没有开始。', 'This time has not begun.'),
  'summary.stageWithoutMonths': kind(
    422,
    '公文没有写明这个阶段的起止月份。',
    'The notice does not say from which month to which this stage lasts.',
  ),
  'summary.changed': kind(
    409,
    (d) => `有 ${d.count} 句在修改之后数字变了，请先逐句核对。`,
    (d) => `The figures behind ${d.count} edited sentences have changed; look at them first.`,
  ),
  'dispatch.incomplete': kind(
    422,
    (d) => `还没有填写：${d.zh}。`,
    (d) => `Still missing: ${d.en}.`,
  ),
  'template.wrongFile': kind(422, '这不是 Word 文档（.docx）。', 'This is no Word document (.docx).'),
  'template.damaged': kind(422, '文件已损坏，打不开。', 'The file is damaged and cannot be opened.'),
  'template.tooLarge': kind(
    413,
    (d) => `模板太大：最多 ${d.limit}。`,
    (d) => `The template is too large; the limit is ${d.limit}.`,
  ),
  'template.unsafe': kind(
    422,
    (d) => `模板里有不能接受的内容：${d.zh}。请删除后再上传。`,
    (d) => `The template holds what is not accepted: ${d.en}. Take it out and send it again.`,
  ),
  'template.broken': kind(
    422,
    (d) => `模板里有 ${d.count} 处占位符不对。${d.zh}`,
    (d) => `${d.count} placeholders of the template are wrong. ${d.en}`,
  ),
  'template.tooMuch': kind(422, '按这个模板填出来的文件太大。', 'Filled in, this template grows too large.'),

  // the house
  'server.busy': kind(503, '系统正忙，数据没有改动，请稍后再试。', 'The system is busy; nothing was changed. Please try again shortly.'),
  'server.fault': kind(
    500,
    (d) => `系统出错，数据没有改动。编号 ${d.trace}。`,
    (d) => `Something went wrong on our side; nothing was changed. Reference ${d.trace}.`,
  ),
} as const satisfies Record<string, Kind>;
