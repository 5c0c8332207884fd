type Offer = {
  /** What somebody wants who writes like this. */
  wants: string
  /** A person who asks for help may tell this of their own life: alone it is a weak sign, however much of it there is. */
  mayBeTold?: true
  phrases: readonly RegExp[]
}

/**
 * Phrases of people who sell something to the clinic or through it. Reviewed one by one: a person who asks for help
 * may write about any drug, about debts, casinos or coins they lost money to, so no phrase names a thing alone; each
 * is an offer. One is a reason to look twice; two in one text hold it back. What may be told counts only beside an
 * offer that nobody tells of themselves.
 */
export const spamOffers: readonly Offer[] = [
  {
    wants: 'to sell the clinic a place in search results',
    phrases: [
      /\bseo (services?|experts?|agency|packages?|audit|specialists?|consultants?|company|strategy|plan)\b/,
      /\b(first|1st|top) (page|spot|position|results?) (of|on|in) google\b|\bpage (one|1) of google\b|#1 on google/,
      /\brank(ing|s)? (your|ur) (web ?site|site|business|clinic)\b|\byour (google|search|keyword) rankings?\b/,
      /\b(quality|cheap|dofollow|do-follow|powerful|high da|authority|contextual) (back ?)?links\b|\bback ?links? (service|package|for your|from)\b/,
      /\bdomain (authority|rating)\b|\bda ?\d\d ?\+/,
      /\b(boost|increase|drive|get|grow) (your |more )?(organic |web ?site |targeted |real )+(traffic|visitors|visibility)\b/,
      /\b(free|full|detailed) (seo|website|site) (audit|analysis|report|review)\b/,
    ],
  },
  {
    wants: 'to write on the site, or to put links there',
    phrases: [
      /\bguest (post|posting|article|blog)s?\b/,
      /\bsponsored (post|article|content)s?\b/,
      /\b(link exchange|link insertion|link placement|paid placement|write for your (blog|site|website)|publish (an|our) article)\b/,
    ],
  },
  {
    wants: 'to sell the clinic a site, an app, customers or addresses',
    phrases: [
      /\b(we are|we're|our|from|offer|provide)\b.{0,30}\b(web|website|app|software) (design|development)\b|\b(development|design) (company|agency) here\b/,
      /\b(web|website|app|software) (design|designing|development|redesign) services\b/,
      /\b(redesign|rebuild|revamp|modernize) your (current |old )?(web ?site|site)\b/,
      /\b(qualified|exclusive|patient|fresh|verified|warm|high-intent) leads\b|\blead (generation|gen)\b/,
      /\b(e-?mail|contact|decision.?makers?) (lists?|database) (of|for|with)\b|\bbulk (e-?mail|sms|messages?)\b/,
      /\b(buy|real|more|get) (real |google |5.?star |positive )*(reviews|followers|likes)\b.{0,60}\b(package|price|order|guarantee|for your|\$)/,
      /\bcontact ?forms?\b.{0,30}\b(marketing|blast|submission|outreach)|\bsend your (message|ad|offer) to (thousands|millions)\b/,
      /\b(came across|looking at|browsing|visiting|found|visited|reviewed) your (web ?site|site) (and|while|today)\b/,
      /\b(virtual assistants?|outsourcing|telemarketing|call center|medical billing|answering) (services?|company|agency|team)\b/,
      /\b(schedule|book|hop on|jump on) a (quick |short |brief |free |15.minute )*(call|demo|zoom|consultation) (to (discuss|show|see)|this week|with our)\b/,
      /\b(explainer|animated|promo) videos?\b.{0,60}\b(business|price|\$|starting|sample)/,
    ],
  },
  {
    wants: 'money, by promising more of it',
    mayBeTold: true,
    phrases: [
      /\b(guaranteed|daily|passive|weekly) (returns?|profits?|income|roi)\b/,
      /\b(crypto|bitcoin|forex|btc|trading|usdt) (investment|signals?|platform|opportunit(y|ies)|mining|wallet)\b/,
      /\b(double|triple|multiply|10x) your (money|bitcoin|btc|crypto|investment|deposit)\b/,
      /\b(business|working capital|unsecured|instant|merchant cash|personal) (loans?|funding|advance)\b.{0,40}\b(up to|approv|available|for your|rate)/,
      /\b(prize|reward|bonus|winnings|free spins|airdrop|inheritance|compensation) (of|worth|waiting|fund|for you|now)\b/,
      /\b(earn|make|earning|making) (up to |over )?\$ ?[\d,]+ ?k? ?(per|a|every|each|\/) ?(day|week|hour|month)\b/,
      /\b(recover|retrieve|recovered) (your|my|all my|their)? ?(lost|stolen|scammed) (crypto|bitcoin|funds|coins|money|usdt)\b/,
      /\b(no deposit|welcome|deposit|sign ?up) bonus\b|\bfree spins\b|\b(online|best|live) (casino|betting|slots?) (site|bonus|games?)\b/,
    ],
  },
  {
    wants: 'to sell medicine, company or other goods',
    mayBeTold: true,
    phrases: [
      /\b(buy|order|get|cheap|generic|discount) [a-z]+ (online|pills|tablets|powder) (without|no|cheap|now|overnight|with|at)\b/,
      /\b(without|no) (a )?(prescription|rx|script) ?(required|needed|necessary|,|!)/,
      /\b(world ?wide|overnight|discreet|fast|free|express) (shipping|delivery|packaging)\b/,
      /\b(online|canadian|mexican|trusted|legit|indian) (pharmacy|drugstore|vendor|supplier)\b/,
      /\b(replica|luxury) (watches|bags|handbags)\b/,
      /\b(hot|sexy|single|lonely|beautiful) (girls|women|singles|ladies)\b|\b(adult|sex) (dating|chat|cams?)\b/,
    ],
  },
  {
    wants: 'to be written to elsewhere; people also give their own number there',
    mayBeTold: true,
    phrases: [
      /\b(telegram|whats ?app|wickr|signal|skype) ?(us|me|number|id|group|channel)?( at| on)? ?(:|@|\+ ?\d)|\bt\.me\/|\bwa\.me\//,
    ],
  },
  {
    wants: 'the reader to act at once, as advertisements do',
    phrases: [
      /\b(order|buy|shop|act|click|visit|sign up|join|register|invest|apply|claim|play|enroll) (us |it |yours )?(now|here|today|below)\b/,
      /\b\d\d ?% (off|discount|cheaper|bonus)\b|\b(best|lowest|wholesale|unbeatable|factory) prices?\b|\bfor (just|only) \$ ?\d+/,
      /\b(limited.time (offer|deal)|money.back guarantee|risk.free|100% (guaranteed|legit|safe|free)|satisfaction guaranteed)\b/,
      /\b(minimum order|moq|bulk orders?|price list|catalog(ue)?|no upfront|upfront fee)\b/,
    ],
  },
  {
    wants: 'to frighten the clinic into an answer, or mails to many',
    phrases: [
      /\b(your|the) (web ?site|domain|site)( name)? (has been|was|is|will be) (hacked|suspended|expired|expiring|deleted|blacklisted|terminated)\b/,
      /\bdomain (name )?(registration|renewal|expiration) (notice|notification|fee)?\b/,
      /\b(copyright|dmca|trademark) (infringement|violation|complaint)\b.{0,120}(your (site|website)|images?|legal)/,
      /\bto (unsubscribe|opt.?out|be removed)\b|\breply (stop|unsubscribe|remove)\b|\bopt.?out of\b|\bunsubscribe (here|link)\b/,
      /\b(business proposal|mutual benefit|next of kin|confidential transaction|beneficiary)\b/,
    ],
  },
  {
    wants: 'the same, in Russian, Spanish or Chinese',
    phrases: [
      /продвижени[еяю] (вашего |ваших )?(сайт|сайта|сайтов)|раскрутк[аиу] (вашего )?сайт|выведем (ваш )?сайт в топ/,
      /(заработ(ок|ай|айте)|доход) (в интернете|без вложений|от \d)/,
      /рассылк[аиу] .{0,20}(форм|контактн|email|e-mail|сообщени)|баз[аыу] (email|e-mail|контактов|клиентов|сайтов)/,
      /(бездепозитный|приветственный) бонус|онлайн[ -]казино (с|без|на)/,
      /(купить|заказать) .{0,30}(без рецепта|с доставкой|оптом|недорого)|(низкие|лучшие) цены|(переходите|пишите|жмите) (по ссылке|в телеграм|сюда)/,
      /posicionamiento (web|seo)|primera p[aá]gina de google|(pr[eé]stamos?) (r[aá]pidos?|inmediatos?|sin aval)|aumentar? (sus|tus) (ventas|visitas)/,
      /(网站|搜索引擎|百度|谷歌)(优化|推广|排名)/,
      /(办理|代办|代开)(证件|发票|文凭|毕业证)/,
      /(注册|首存|开户)(即|就)?送|加(我)?(微信|薇信|qq)[:：]? ?[a-z0-9]/,
    ],
  },
]
