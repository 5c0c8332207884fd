/**
 * Phrases of people who sell something to the clinic or through it. Reviewed one by one: a person who asks for help
 * may write about any drug, about debts, casinos or coins they lost money to, so no phrase names a thing alone; each
 * is an offer. One is a reason to look twice; two in one text hold it back.
 */
export const spamPhrases: Record<string, readonly RegExp[]> = {
  'offers to sell the clinic a place in search results': [
    /\bseo (services?|experts?|agency|packages?|audit|specialists?|consultants?)\b/,
    /\b(first|1st|top) page (of|on|in) google\b/,
    /\brank(ing)? (your|ur) (web ?site|site|business|clinic)\b|\byour (google )?rankings?\b/,
    /\b(quality|cheap|dofollow|do-follow|powerful|high da) back ?links?\b|\bback ?links? (service|package|for your)\b/,
    /\bdomain (authority|rating)\b|\bda ?\d\d\+/,
    /\b(boost|increase|drive|more) (your )?(organic |web ?site |targeted )+(traffic|visitors)\b/,
  ],
  'offers to write on the site, or to put links there': [
    /\bguest (post|posting|article|blog)s?\b/,
    /\bsponsored (post|article|content)s?\b/,
    /\b(link exchange|link insertion|link placement|paid placement|write for your (blog|site|website))\b/,
  ],
  'offers the clinic a site, an app, customers or a list of addresses': [
    /\b(web|website|app|mobile app) (design|development|redesign) (services?|company|agency|team)\b/,
    /\b(redesign|rebuild|revamp) your (web ?site|site)\b/,
    /\b(qualified|exclusive|patient|fresh|verified) leads\b|\blead generation\b/,
    /\b(e-?mail|contact) (lists?|database) (of|for sale)\b|\bbulk (e-?mail|sms|messages?)\b/,
    /\b(social media|instagram|facebook|google) (followers|reviews|likes) (for sale|package|service)/,
    /\bbuy (real |google |5 ?star )*(reviews|followers|likes)\b/,
    /\bsubmit your (site|website|message) to\b|\bcontact ?form (marketing|blast|submission)/,
    /\bi (was|am) (just )?(looking at|browsing|on|visiting) your (web ?site|site) and\b/,
    /\b(virtual assistant|outsourcing|telemarketing|call center) (services?|company|agency)\b/,
  ],
  'offers money or coins': [
    /\b(guaranteed|daily|passive|weekly) (returns?|profits?|income|roi)\b/,
    /\b(crypto|bitcoin|forex|btc|trading) (investment|signals?|platform|opportunit(y|ies)|mining)\b/,
    /\b(double|triple|multiply) your (money|bitcoin|btc|crypto|investment|deposit)\b/,
    /\b(business|working capital|unsecured|instant|merchant cash) (loans?|funding|advance) (up to|approved|available|for your)/,
    /\b(claim|collect) (your )?(prize|reward|bonus|winnings|free spins|airdrop)\b/,
    /\b(earn|make) (up to )?\$ ?[\d,]+ ?(k )?(per|a|every|each|\/) ?(day|week|hour|month)\b/,
    /\b(recover|retrieve) (your )?(lost|stolen) (crypto|bitcoin|funds|coins)\b/,
    /\b(no deposit|welcome|deposit) bonus\b|\bfree spins\b|\b(online|best|live) (casino|betting|slots?) (site|bonus|games?)\b/,
  ],
  'offers medicine or other goods': [
    /\b(buy|order|get|cheap|generic|discount) [a-z]+ (online|pills|tablets) (without|no|cheap|now|overnight|with)\b/,
    /\b(without|no) (a )?(prescription|rx|script) (required|needed|necessary)\b/,
    /\b(world ?wide|overnight|discreet|fast|free) (shipping|delivery|packaging)\b/,
    /\b(online|canadian|mexican|trusted|legit) (pharmacy|drugstore|vendor)\b/,
    /\b(order|buy|shop|call|act|click|visit|sign up) (now|here|today)\b.{0,40}(!|discount|% off|http|www|offer|save)/,
    /\b\d\d ?% (off|discount|cheaper)\b|\b(best|lowest|wholesale) prices?\b/,
    /\b(replica|luxury) (watches|bags|handbags)\b/,
    /\b(telegram|whatsapp|wickr|signal)( us| me)?( at| on)? ?[:@+]/,
    /\b(hot|sexy|single|lonely) (girls|women|singles|ladies)\b|\b(adult|sex) (dating|chat|cams?)\b/,
  ],
  'tries to frighten the clinic into an answer': [
    /\b(your|the) (web ?site|domain|site) (has been|was|is|will be) (hacked|suspended|expired|deleted|blacklisted)\b/,
    /\bdomain (registration|renewal|expiration) (notice|notification)\b/,
    /\b(copyright|dmca) (infringement|violation|complaint)\b.{0,80}(your (site|website)|images?|legal)/,
    /\bto (unsubscribe|opt ?out|be removed)\b|\breply (stop|unsubscribe)\b|\bopt-?out of\b/,
  ],
  'the same offers in Russian and Chinese': [
    /продвижени[ея] (вашего )?(сайт|сайта|сайтов)|раскрутк[аи] сайт/,
    /(заработ(ок|ай|айте)|доход) (в интернете|без вложений|от \d)/,
    /(рассылк[аи]|база) (по )?(форм|контактн|email|e-mail)/,
    /(бездепозитный|приветственный) бонус|онлайн[ -]казино (с|без|на)/,
    /(купить|заказать) .{0,30}(без рецепта|с доставкой|оптом|недорого)/,
    /(网站|搜索引擎|百度|谷歌)(优化|推广|排名)(服务|公司)?/,
    /(办理|代办|代开)(证件|发票|文凭|毕业证)/,
    /(注册|首存|开户)(即)?送|加(我)?(微信|薇信)[:：]?[a-z0-9]/,
  ],
}
