/** Who writes to a clinic in South Florida, and in what words. Written for the tests; nobody of them exists. */

export const names: string[] =
  `Sam|Ana María|José Ángel Núñez|Jean-Baptiste Désiré|Marie-Flore Étienne|Nadège|Дмитрий|Ольга Петровна|Наталя|王小明|李娜|陈 伟|
  محمد|فاطمة الزهراء|דוד|नेहा|ప్రియ|สมชาย|Nguyễn Thị Hạnh|Trần|김민수|田中さくら|O'Brien|D’Angelo|Mary-Kate|Zoë|François|Søren|Łukasz|
  Γιώργος|Ἀλέξανδρος|Özlem|İbrahim|Kwame|Nkechi|Thandiwe|Lani Kaʻahumanu|X Æ|J.|Jo|mom of Tyler|T's wife|ROBERT T SMITH|  kate  |
  Dr. Patel|Rev. Ellis|anonymous|not my real name|Mike (call me Mikey)|Luz 🌻|Ивáн|Ṣadé|Seán Ó Súilleabháin|Xiomara|Wilner|Guerlande`
    .split('|')
    .map((name) => name.replace('\n', ''))

/** Openings, what it is about and closings, put together anew for each person. */
export const english = {
  openings: [
    'Hi, I am not sure who to ask.',
    'hello',
    'Good evening,',
    'I found your page last night and read it twice.',
    'Please be gentle, this is hard to write.',
    'To whom it may concern:',
    'My wife made me write this.',
    '',
  ],
  middles: [
    'I have been drinking every day since my dad died and I want to stop.',
    'My son is 24 and uses fentanyl. He says he would try this. Can we come and talk first?',
    'I read about the trial with people who drink. Is it the same thing you do? https://pubmed.ncbi.nlm.nih.gov/35012326/',
    'I have bipolar disorder and take lithium, is that a problem?',
    'I lost everything on an online casino and in crypto and now I drink. I owe my brother $12,000.',
    'I used to order pills from an online pharmacy without a prescription and cannot sleep without them.',
    'I buy Xanax online with overnight shipping, no prescription needed. I know it is bad. Please help me get off.',
    'A man on Telegram sold me ketamine and I think I am hooked on it now. Do you help with that too?',
    'They promised me guaranteed returns on a bitcoin investment and I lost the house. The drinking came after.',
    'What does it cost and does Medicaid or Medicare pay any of it?',
    'I am a social worker at a shelter. Two of my clients asked about you. See www.example.org/shelter for who we are.',
    'I am 15 months clean from heroin & meth but the cravings are killing me',
    'How long is one visit?? Can I drive after??',
    'I take: sertraline 100mg, metformin 500mg, lisinopril 10mg.\n- no allergies\n- high blood pressure (treated)\n- one seizure in 2019',
    'My girlfriend works as an escort and drinks too much, she wants to get out. Can she come without ID?',
    'is it legal?? my PO says it is not',
    'I was at two rehabs (http://first.example/ and http://second.example/) and it did not hold.',
    'I run a small web design company and I cannot work any more because of the vodka.',
    'I do SEO for a living so I sit at home all day and nobody sees how much I drink.',
    'Free clinic told me to ask you. I have no insurance, do you have lower prices for people like me?',
    'Viagra and cialis, does it mix? I am too embarrassed to ask my doctor.',
    'I gamble. Slots mostly. When I lose I use. When I win I use.',
    'I am deaf, please write, do not call. My sister can interpret.',
    'my ex reads my phone so PLEASE only call between 10 and 11, click is my dog (sorry, autocorrect)',
    'The bank loan is due and my husband hides bottles. I do not know what is first.',
    '“Nothing works,” he says… – he’s tried AA, naltrexone, “everything”. 50% of the time he doesn’t get up.',
    'asdf sorry the keyboard is broken but i realy need help pls',
    '',
  ],
  closings: [
    'Thank you.',
    'Thanks, and God bless',
    'Please call me.',
    'Sent from my iPhone',
    'pls help 🙏🙏',
    'Best regards',
    '',
  ],
}

/** Whole messages in the languages of South Florida and others; their words are joined to make more. */
export const otherLanguages: Record<string, string[]> = {
  es: [
    'Hola, mi esposo bebe todos los días y tengo miedo. ¿Hablan español?',
    'Buenas tardes. ¿Cuánto cuesta el tratamiento y aceptan pagos a plazos?',
    'Mi hijo usa drogas desde hace tres años. No sé qué hacer, por favor llámenme después de las 6.',
    'Leí su página y quiero saber si es seguro para una persona con presión alta.',
    'Perdí mi trabajo por el alcohol. Quiero dejarlo. Que Dios los bendiga.',
    '¿Es legal en Florida? No tengo papeles, ¿me pueden atender?',
  ],
  ht: [
    'Bonjou, pitit mwen an ap bwè twòp. Èske nou pale kreyòl?',
    'Mwen bezwen èd tanpri. Konbyen tretman an koute?',
    'Mari m ap pran dwòg depi lontan, mwen pa konn kisa pou m fè. Rele m nan aswè souple.',
    'Èske tretman sa a bon pou moun ki gen tansyon wo? Mèsi anpil.',
    'Mwen pa gen asirans, èske nou ka ede m kanmenm?',
  ],
  ru: [
    'Здравствуйте, мой брат пьёт уже десять лет. Можно ли записаться на консультацию?',
    'Сколько стоит лечение и есть ли врач, который говорит по-русски?',
    'Я устал и хочу бросить. Пожалуйста, позвоните после 18:00, дома никто не знает.',
    'Мама проиграла деньги в онлайн-казино и начала пить. Чем вы можете помочь?',
    'Прочитал про IT-специалистов и ketamine терапию, это безопасно при высоком давлении?',
  ],
  zh: [
    '您好,我父亲喝酒很多年了,我们很担心。你们有会说中文的医生吗?',
    '请问治疗费用是多少?需要多长时间?',
    '我儿子在吸毒,我不知道该怎么办,请帮帮我。',
    '我看到Ketamine治疗酒瘾的研究,想了解一下是否安全。我的微信不方便,请打电话。',
  ],
  more: [
    'Bonjour, ma sœur boit beaucoup et refuse de consulter. Pouvez-vous nous conseiller ?',
    'Olá, meu marido é dependente de cocaína. Vocês atendem brasileiros sem seguro?',
    'مرحبا، زوجي يشرب كل يوم وأحتاج إلى المساعدة. هل عندكم من يتكلم العربية؟',
    'שלום, הבן שלי מכור ואני לא יודע מה לעשות. אפשר לדבר איתכם?',
    'Xin chào, chồng tôi uống rượu nhiều năm nay. Chi phí điều trị là bao nhiêu?',
    'नमस्ते, मेरे पिता शराब छोड़ना चाहते हैं। क्या आप मदद कर सकते हैं?',
    '안녕하세요, 동생이 약물 중독인데 상담 받을 수 있을까요?',
    'Καλησπέρα, ο άντρας μου πίνει και φοβάμαι. Πόσο κοστίζει;',
  ],
}
