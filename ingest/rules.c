#include "ingest/rules.h"

#include "base/mem.h"

#define EMAIL "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"
#define ROLE                                                                                       \
    "(?:(?:선임|수석|전문|인턴|객원|대학생|시민|취재|사진|스포츠|경제|정치|사회|국제|산업|과학|의학|문화|연예)?\\s?기자|" \
    "특파원|논설위원|논설실장|통신원|리포터|에디터|편집위원|칼럼니스트|기상캐스터|편집국장|PD|앵커)"
#define NAME "(?:[가-힣]{2,4}|[가-힣]\\s[가-힣]{1,2}|[A-Z][a-z]+(?:\\s[A-Z][a-z.]+){1,2})"
/* marks that stand around such lines */
#define OPEN_MARKS  "[\\s<\\[(【〈《■▶▲△●◆※*=/|-]*"
#define CLOSE_MARKS "[\\s>\\])】〉》■▲●◆.,=/|-]*"

typedef struct row {
    const char *name;
    gisa_rule_kind kind;
    size_t most; /* bytes: longer lines are not asked */
    const char *pattern;
} row;

static const row rows[] = {
    {"broadcast mark", GISA_RULE_MARK, 80,
     "^[\\[<【(〈]\\s*(?:앵커|기자|리포트|앵커\\s?멘트|인터뷰|현장음|녹취|VCR|해설|질문|답변|답)\\s*[\\]>】)〉]$"},
    {"broadcast mark", GISA_RULE_MARK, 200, "^□\\s?.{2,60}$"},
    {"attachment", GISA_RULE_WIDGET, 300,
     "^.{1,160}[.](?:hwpx?|pdf|jpe?g|png|zip|xlsx?|docx?|pptx?)\\b.{0,100}$"},
    {"contact", GISA_RULE_TIP, 240,
     "^[【\\[(].{2,90}\\d{3,4}-\\d{4}.{0,60}[】\\])]$|^[(\\[].{2,80}(?:첨부|참조|있음)[)\\]]$|^(?:콘텐츠\\s?)?(?:관리|담당)\\s?부서.{0,80}$"},
    {"story list", GISA_RULE_LIST, 200, "^\\W*(?:Q[.]?\\s*)?.{0,20}(?:현재|이)\\s페이지.{0,60}만족.{0,40}$"},
    {"end mark", GISA_RULE_END, 40, "^\\W*끝\\W*$|^[-=*_~·.\\s]{2,}$|^\\W*30\\W*$"},
    {"hashtags", GISA_RULE_TAGS, 600, "^(?:[#＃][^\\s#]+[\\s,]*)+$"},
    {"rights", GISA_RULE_RIGHTS, 420,
     "^(?!.*다[.]?[\"”’]?$).{0,60}(?:저작권|ⓒ|©|Ⓒ|copyright|\\(c\\)|무단\\s?(?:전재|복제|배포|사용)).{0,200}"
     "(?:금지|reserved|불허|엄금|금함)[^가-힣A-Za-z]*(?:(?:ⓒ|©|Ⓒ|http|www).{0,60})?$"},
    {"rights", GISA_RULE_RIGHTS, 200,
     "^" OPEN_MARKS "(?:저작권자\\s|저작권\\s?ⓒ|(?:copyrights?|저작권)\\s*(?:ⓒ|©|Ⓒ|\\(c\\))|copyright\\s\\d|"
     "©\\s?\\d{4}|ⓒ\\s?\\d{4}|all\\srights\\sreserved).{0,120}$"},
    {"rights", GISA_RULE_RIGHTS, 160,
     "^" OPEN_MARKS "(?:ⓒ|©|Ⓒ)\\s?[^.。]{1,60}$|^[^.]{0,60}무단\\s?전재[^가-힣]{0,4}(?:및\\s)?(?:재배포|배포|복사)\\W*$"},
    {"license", GISA_RULE_RIGHTS, 300, "^.{0,60}(?:공공누리|공공저작물).{0,60}(?:이용|유형).{0,60}$"},
    {"sign-off", GISA_RULE_SIGNOFF, 240,
     "^(?:지금까지|이상(?:으로)?)\\s(?:.{0,60}전해\\s?드렸습니다|.{0,30}(?:에서|기자|뉴스|특파원|앵커|TV)\\s?.{0,12}(?:였습니다|"
     "이었습니다|입니다))[.]?\\W*(?:\\(?" EMAIL "\\)?)?\\W*$"},
    {"sign-off", GISA_RULE_SIGNOFF, 200,
     "^[\\w가-힣 ]{0,24}?(?:뉴스|TV|방송|NEWS|YTN|KBS|MBC|SBS|EBS|OBS|CBS|BBS|JTBC|채널A|TV조선)\\s?[\\w가-힣]{0,8}\\s"
     NAME "(?:\\s?기자)?(?:입니다|이었습니다|였습니다)[.]?\\W*(?:\\(?" EMAIL "\\)?)?\\W*$"},
    {"sign-off", GISA_RULE_SIGNOFF, 160,
     "^[\\w가-힣]{0,10}(?:뉴스|TV|방송|NEWS|YTN|KBS|MBC|SBS|EBS|OBS|CBS|JTBC)\\s" NAME
     "\\s?[\\[(<]\\s?" EMAIL "\\s?[\\])>]\\W*$"},
    {"crew", GISA_RULE_CREW, 260,
     "^[\\s(\\[<【※*-]*(?:영상\\s?(?:취재|편집|제공|디자인|출처)?|촬영(?:\\s?기자|편집)?|화면\\s?(?:제공|출처|캡[처쳐])|"
     "취재\\s?/?\\s?(?:기자|작가|구성|편집)?|편집|그래픽|CG|C\\.G|디자인|구성|기획|제작|연출|글|자막|VJ|스크립터|내레이션|음성|"
     "콘텐츠\\s?(?:관리|제작)|일러스트|취재지원|자료\\s?(?:조사|제공|화면|출처)|인턴|데이터)\\s*[:：=ㅣ|]\\s?.{1,120}$"},
    {"credit", GISA_RULE_CREDIT, 200,
     "^[\\s(\\[<【※*/-]*(?:사진|포토|그래픽|그림|표|이미지|자료|자료\\s?사진|사진\\s?/?\\s?(?:제공|출처|자료|설명)|이미지\\s?출처|출처)"
     "\\s*[:：=ㅣ|]\\s?.{1,100}$"},
    {"caption with credit", GISA_RULE_CREDIT, 420,
     "^(?!.*다[.]?[\"”’]?$).{0,130}[\\s\\[(<【/.|](?:사진|자료\\s?사진|자료|그래픽|이미지|출처|영상|일러스트|사진\\s?(?:제공|출처))\\s?"
     "[=:：|ㅣ]\\s?[^.]{1,36}$"},
    {"caption with credit", GISA_RULE_CREDIT, 420,
     "^.{2,130}(?:\\([\\w가-힣·, ]{2,20}\\s?제공\\)|\\(사진\\s?[=:].{1,30}\\)|\\[사진\\s?[=:/].{1,30}\\]|/\\s?사진\\s?[=:].{1,30}|"
     "[/ (](?:연합뉴스|뉴스1|뉴시스|AP|AFP|로이터|신화|게티이미지(?:뱅크|코리아)?)(?:\\s?(?:제공|자료사진|연합뉴스))?)[\\])]?[.]?$"},
    {"caption with credit", GISA_RULE_CREDIT, 420,
     "^(?!.*다[.]?[\"”’]?$).{4,130}\\s(?:ⓒ|©|Ⓒ)\\s?[\\w가-힣 ]{2,14}$"},
    {"credit", GISA_RULE_CREDIT, 160,
     "^\\W*(?:[\\w가-힣 ]{1,20}(?:제공|캡[처쳐]|자료사진|사진\\s?기자)|(?:사진|영상|화면)\\s?(?:제공|출처|캡[처쳐])\\s?.{0,40})\\W*$"},
    {"caption mark", GISA_RULE_CREDIT, 300,
     "^[*※]?\\s?(?:사진\\s?설명|사진\\s?[①-⑩\\d]|\\[\\s?사진\\s?설명\\s?\\])\\s*[:：=.)]?\\s?.{0,160}$"},
    {"date", GISA_RULE_DATE, 220,
     "^\\W*(?:(?:기사)?(?:입력|등록|승인|작성|송고|발행|게재|최초\\s?입력|최종\\s?(?:수정|입력|업데이트)|수정|업데이트|기사\\s?등록일|지면\\s?게재일|등록일|"
     "작성일|날짜|발행일)(?:일시?|시간|시각)?\\W*)+(?:\\d{2,4}\\s?[-./년]\\s?\\d{1,2}\\s?[-./월]\\s?\\d{1,2}.{0,80})?$"},
    {"date", GISA_RULE_DATE, 120,
     "^\\W*(?:19|20)\\d{2}\\s?[-./년]\\s?\\d{1,2}\\s?[-./월]\\s?\\d{1,2}\\s?[일.]?\\s?(?:\\(?[월화수목금토일]\\)?)?\\W*"
     "(?:(?:오전|오후|AM|PM)?\\s?\\d{1,2}\\s?[:시]\\s?\\d{2}\\s?분?(?::\\d{2})?)?\\W*(?:입력|수정|승인|게재|송고|[AP]M|지면\\s?\\S{1,6})?\\W*$"},
    {"byline", GISA_RULE_BYLINE, 260,
     "^(?!.*[!?]$)" OPEN_MARKS "(?:기자명\\s|글\\s?[=:]?\\s)?(?:[\\w가-힣·&.]{1,14}(?:\\s?=\\s?|\\s?/\\s?|\\s)){0,3}?" NAME
     "\\s?(?:[\\w가-힣·&.]{2,14}\\s)?" ROLE "(?:" CLOSE_MARKS "(?:[,·/]\\s?" NAME "\\s?" ROLE "?\\s?)*)(?:[(<\\[|=]?\\s?"
     EMAIL "\\s?[)>\\]]?)*" CLOSE_MARKS "(?:기자\\s?페이지|구독|기사\\s?더보기|다른\\s?기사\\s?보기|의\\s?(?:다른|전체)\\s?기사.{0,10})?\\W*$"},
    {"byline", GISA_RULE_BYLINE, 160,
     "^" OPEN_MARKS "(?:[\\w가-힣·&./= ]{0,30}[\\s(<\\[=/|])?" EMAIL CLOSE_MARKS "$"},
    {"byline", GISA_RULE_BYLINE, 90,
     "^" OPEN_MARKS "(?:[\\w가-힣]{2,10}(?:온라인|디지털|인터넷)?\\s?(?:뉴스|이슈|취재|편집|콘텐츠|스포츠)\\s?(?:이슈)?(?:팀|부|본부|룸|센터)|"
     "(?:온라인|디지털|인터넷)\\s?(?:뉴스|이슈|콘텐츠)?(?:팀|부|국))" CLOSE_MARKS "$"},
    {"byline", GISA_RULE_BYLINE, 90, "^(?:연합뉴스|뉴시스|뉴스1)$"},
    {"byline", GISA_RULE_BYLINE, 120, "^[가-힣]{2,4}\\s?/\\s?(?:사진|화면|영상|그래픽).{0,40}$"},
    {"tip", GISA_RULE_TIP, 500, "^[※＊☎]\\s?.{2,}$"},
    {"tip", GISA_RULE_TIP, 420,
     "^\\W*.{0,40}(?:제보를?\\s?(?:기다|받|하기|주세요|바랍|는)|제보하기|기사\\s?(?:제보|문의)|당신의\\s제보|소중한\\s제보|뉴스\\s?제보|독자\\s?제보).{0,80}$"},
    {"tip", GISA_RULE_TIP, 200,
     "^\\W*[\\[(【<▷▶■-]\\s?(?:카카오톡|카톡|전화|메일|이메일|e-?mail|라인|유튜브|홈페이지|페이스북|네이버|제보|문자)\\s?[\\])】>:]?.{0,80}$"},
    {"tip", GISA_RULE_TIP, 420, "^\\W*(?:아래|위|본|해당|이)\\s(?:텍스트|기사|글|칼럼|콘텐츠|내용|원고)[은는]\\s.{0,120}(?:습니다|입니다|바랍니다)[.]?\\W*$"},
    {"promotion", GISA_RULE_PROMO, 300,
     "^\\W*[▶▷☞►→■●◆👉🔴]\\W*.{0,80}(?:바로\\s?가기|구독|클릭|보러\\s?가기|다운로드|더\\s?보기|채널|네이버|유튜브|카카오|앱|기사\\s?보기|http|기사|뉴스레터|"
     "이벤트|무료|추천|가입|신청).{0,60}$"},
    {"promotion", GISA_RULE_PROMO, 300,
     "^.{0,60}(?:뉴스레터|카카오톡\\s?채널|유튜브\\s?채널|네이버\\s?(?:채널|메인|뉴스스탠드)).{0,40}(?:구독|추가|신청|받아\\s?보|만나|가입).{0,40}$"},
    {"promotion", GISA_RULE_PROMO, 200,
     "^(?!.*[^니]다[.]?$).{0,60}뉴스레터.{0,20}$|^.{0,100}(?:메일함|메일|이메일)(?:으로|로)\\s.{0,30}(?:보내\\s?드립니다|받아\\s?보세요|전해\\s?드립니다)[.!]?$"},
    {"promotion", GISA_RULE_PROMO, 120, "^\\W*(?:▶|☞|▷|►|→).{0,30}(?:원문|전문|영상|사진|기사|관련).{0,40}$"},
    {"story list", GISA_RULE_LIST, 120,
     "^\\W*(?:(?:이\\s?(?:기사|뉴스)와\\s)?관련\\s?(?:된\\s?)?(?:다른\\s?)?(?:기사|뉴스|키워드|태그|영상|링크|콘텐츠|이슈|글)|(?:가장\\s)?많이\\s?(?:본|읽은|찾은)"
     "\\s?(?:기사|뉴스|글)?|실시간\\s?(?:인기|뉴스|랭킹|급상승|주요).{0,10}|인기\\s?(?:기사|뉴스|영상|글)|추천\\s?(?:기사|뉴스|콘텐츠|영상)|주요\\s?(?:뉴스|기사)|"
     "최신\\s?(?:기사|뉴스)|이\\s?시각\\s?(?:주요|헤드라인|핫).{0,10}|함께\\s?(?:본|볼\\s?만한|보면\\s?좋은|읽으면).{0,14}|섹션\\s?기사|오늘의\\s?(?:주요|핫|추천|이슈).{0,8}|"
     "핫\\s?(?:뉴스|이슈|클릭)|헤드라인(?:\\s?뉴스)?|지금\\s?뜨는\\s?(?:기사|뉴스)|화제\\s?(?:뉴스|의\\s?기사)|이런\\s?기사.{0,14}|놓치(?:지|면)\\s.{0,14}|"
     "랭킹\\s?뉴스|연재\\s?(?:기사|더\\s?보기)|이\\s?기자의\\s?다른\\s?(?:기사|뉴스)|다른\\s?기사\\s?더?\\s?보기|다음\\s?글|이전\\s?글|첨부\\s?파일)\\s?\\W*(?:더\\s?보기|\\d{0,3})?\\W*$"},
    {"comments", GISA_RULE_COMMENTS, 100,
     "^\\W*(?:댓글\\s?(?:쓰기|작성|입력|보기|운영\\s?규정|\\d+|문구\\s?추천)?|\\d+\\s?개의\\s?댓글|독자\\s?의견|의견\\s?쓰기|기사에\\s?대한\\s?의견|한줄\\s?의견)\\W*\\d{0,4}\\W*$"},
    {"widget", GISA_RULE_WIDGET, 240,
     "^\\W*(?:닫기|공유|공유하기|스크랩|스크랩하기|인쇄|인쇄하기|프린트|댓글|추천|추천하기|신고|신고하기|신고사유|도구\\s?모음|글자\\s?크기.{0,16}|글씨\\s?크기.{0,16}|본문\\s?글씨.{0,16}|"
     "가|작게|크게|보통|아주\\s?(?:작게|크게)|가나다라.{0,6}|기사\\s?듣기|음성으로\\s?듣기|번역|기사\\s?저장|북마크|URL\\s?복사|링크\\s?복사.{0,30}|복사|주소\\s?복사|페이스북|트위터|엑스|"
     "카카오톡|카카오스토리|네이버\\s?(?:블로그|밴드)?|밴드|라인|메일|이메일|텔레그램|좋아요|싫어요|화나요|슬퍼요|훈훈해요|후속기사\\s?원해요|감동이에요|응원해요|이전|다음|목록|맨\\s?위로.{0,6}|더보기|"
     "더\\s?보기|펼치기|접기|확인|취소|등록|로그인|회원가입|구독|구독하기|구독중|팔로우|이미지\\s?확대.{0,12}|기사\\s?이미지\\s?확대.{0,10}|사진\\s?확대.{0,10}|확대\\s?(?:보기)?|광고|AD|ADVERTISEMENT|"
     "프로필|기자\\s?(?:정보|페이지|구독).{0,14}|토픽|공감|비공감|추가취재\\s?원해요|최신순|공감순|읽어주기|재생|일시정지|동영상\\s?고정.{0,6}|뉴스\\s?홈|홈|본문\\s?바로가기|전체\\s?(?:기사|메뉴)|언론사\\s?"
     "(?:구독|홈).{0,10}|기사\\s?원문|PC\\s?버전|스탬프|데일리\\s?스탬프|말풍선\\s?꼬리)\\s*(?:\\d{1,6})?\\W*(?:건|개)?\\W*$"},
    {"widget", GISA_RULE_WIDGET, 200,
     "^\\W*(?:(?:좋아요|화나요|슬퍼요|추천|공감|비추천|조회|조회\\s?수|댓글|공유|스크랩|인쇄|추가취재\\s?원해요|후속기사\\s?원해요|응원해요|비화설화|훈훈해요|글자크기)\\s?[:：]?\\s?[\\d,]*\\s*)+\\W*$|"
     "^\\d{1,4}\\s?/\\s?\\d{1,4}\\W*$|^\\d{1,5}$"},
    {"dialog", GISA_RULE_WIDGET, 320,
     "^.{0,80}(?:로그인\\s?(?:후|하시겠|이\\s?필요)|삭제\\s?하시겠습니까|차단\\s?(?:해제)?\\s?하시겠습니까|신고\\s?(?:접수|하시겠|가\\s?접수)|이미\\s?(?:참여|신고|추천|공감)|댓글을\\s?(?:입력|삭제|작성|남겨)|"
     "사용자\\s?차단|링크가\\s?복사|복사\\s?되었습니다|북마크\\s?(?:했|되)|회원만|(?:javascript|자바스크립트).{0,30}(?:활성|켜|enable|required|disabled|turn)|브라우저(?:가|에서)|이용약관에).{0,100}$"},
    {"byline", GISA_RULE_BYLINE, 120,
     "^(?:(?:written|posted|published|reviewed|edited|story|words|authored|contributed|reported|updated)\\s)?by:?\\s(?-i:[A-Z])[\\w.'’-]+"
     "(?:,?\\s(?:and\\s|&\\s)?(?:(?-i:[A-Z])[\\w.'’-]*|de|van|von|of|the|staff|writer|editor|reporter)){0,8}\\W*$"},
    {"date", GISA_RULE_DATE, 110,
     "^\\W*(?:(?:published|posted|updated|last\\s(?:updated|modified|reviewed)|first\\spublished|date|on|created|modified)\\b\\W*(?:on|at)?\\W*)*(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|"
     "sun)(?:day)?,?\\s)?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s\\d{4}|\\d{1,2}(?:st|nd|rd|th)?\\s(?:jan|feb|mar|apr|may|jun|jul|aug|"
     "sept?|oct|nov|dec)[a-z]{0,6}\\.?,?\\s\\d{4}|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2})(?:\\W{0,3}(?:at\\s)?\\d{1,2}:\\d{2}.{0,24})?(?:\\W{0,4}\\d+\\smin(?:ute)?s?(?:\\sread)?)?\\W*$"},
    {"widget", GISA_RULE_WIDGET, 90,
     "^\\W*(?:\\d+\\s?(?:min(?:ute)?s?\\sread|shares?|views?|likes?|comments?|claps?)|share|shares|tweet|pin|pin\\sit|email|e-?mail|print|save|facebook|twitter|linkedin|whatsapp|pinterest|reddit|"
     "telegram|copy(?:\\slink)?|link\\scopied!?|advertisement|advertising|ad|sponsored|loading(?:\\.\\.\\.)?|menu|close|next|previous|prev|back(?:\\sto\\stop)?|top|home|search|listen|play|follow|"
     "subscribe|sign\\s(?:in|up)|log\\sin|skip\\sto.{0,30}|share\\s(?:this|on|via|it|with).{0,40}|read\\s(?:more|full|next|the\\sfull).{0,40}|continue\\sreading.{0,30}|learn\\smore|click\\shere.{0,30}|"
     "show\\s(?:more|less)|view\\s(?:all|more|comments)|see\\s(?:all|more)|load\\smore|table\\sof\\scontents|contents|jump\\sto.{0,20}|photo|image|video|caption|getty\\simages|reuters|enlarge|"
     "toggle\\scaption|hide\\scaption|expand|reply|report|like|download|get\\sstarted|contact\\sus|book\\s(?:a|your)\\s.{0,30}|buy\\snow|shop\\snow|filed\\sunder.{0,60}|posted\\sin.{0,60}|tagged.{0,60}|"
     "tags?|topics?|categor(?:y|ies))\\W*\\d{0,4}\\W*$"},
    {"credit", GISA_RULE_CREDIT, 160,
     "^\\W*(?:photo(?:graph)?s?|image|picture|illustration|credit|photo\\scredit|image\\s(?:credit|source|via)|courtesy|screenshot|feature[d]?\\simage|source)\\s?(?:by|:|credit|courtesy|©|via).{0,110}$|"
     "^.{0,90}(?:/getty\\simages|\\(getty\\simages\\)|/shutterstock|/reuters|\\(ap\\sphoto.{0,40}\\)|/ap(?:\\sphoto)?|via\\sgetty\\simages|getty\\simages|shutterstock|unsplash|istock(?:photo)?)\\W*$"},
    {"story list", GISA_RULE_LIST, 90,
     "^\\W*(?:(?:related|recommended|more|popular|trending|latest|recent|similar|other|featured|top|most\\s(?:read|popular|viewed))\\s(?:articles?|posts?|stor(?:y|ies)|reading|reads|news|content|topics?|links?|"
     "blogs?|resources|products|videos?|guides?|coverage)|you\\s(?:may|might)\\s(?:also\\s)?(?:like|enjoy|be\\sinterested).{0,20}|(?:more|latest)\\s(?:from|on|in|like\\sthis|about)\\b.{0,40}|read\\snext|up\\snext|"
     "what\\sto\\sread\\snext|don.?t\\smiss|related|recommended(?:\\sfor\\syou)?|keep\\sreading|explore\\smore|see\\salso|also\\sread|also\\son.{0,30}|editor.?s\\spicks?|share\\sthis(?:\\s(?:article|post|story|page))?|"
     "about\\sthe\\sauthors?|meet\\sthe\\sauthor|author\\sbio|post\\snavigation|older\\sposts?|newer\\sposts?|(?:sign\\sup|subscribe)\\s(?:for|to)\\b.{0,60}|join\\s(?:our|the)\\s.{0,40}(?:newsletter|list|community|"
     "conversation)|follow\\sus.{0,30}|get\\s(?:our|the)\\s.{0,30}newsletter|newsletter|stay\\s(?:informed|updated|connected|in\\sthe\\sloop).{0,30}|previous\\s(?:post|article)|next\\s(?:post|article))\\W*$"},
    {"comments", GISA_RULE_COMMENTS, 80,
     "^\\W*(?:(?:leave|post|add|write|submit)\\s(?:a|your)\\s(?:reply|comment|review).{0,20}|(?:\\d+|no)?\\s?(?:comments?|responses?|replies|thoughts?)(?:\\s(?:on|to)\\s.{0,60})?|join\\sthe\\s(?:discussion|conversation).{0,20}|"
     "reader\\scomments|discussion\\s?\\(?\\d*\\)?|cancel\\sreply|view\\scomments)\\W*\\d{0,5}\\W*$"},
    {"promotion", GISA_RULE_PROMO, 220,
     "^\\W*(?:read\\s(?:more|also|next)|also\\sread|related|see\\salso|more|watch|listen|recommended|don.?t\\smiss|you\\smay\\salso\\slike|check\\sout|must\\sread|editor.?s\\snote|follow\\sus)\\s?[:>|»-].{0,180}$|"
     "^.{0,80}(?:sign\\sup\\s(?:for|to)|subscribe\\sto)\\s.{0,60}(?:newsletter|inbox|updates|alerts|channel|podcast).{0,60}$"},
};

enum { N_ROWS = sizeof rows / sizeof rows[0] };

struct gisa_rules {
    gisa_pattern *patterns[N_ROWS];
};

gisa_status gisa_rules_open(gisa_rules **out, gisa_error *err)
{
    gisa_rules *r = gisa_calloc(1, sizeof *r);
    if (!r) return gisa_fail_mem(err);
    for (size_t i = 0; i < N_ROWS; i++) {
        gisa_status st =
            gisa_pattern_open(rows[i].pattern, GISA_PATTERN_NOCASE, &r->patterns[i], err);
        if (st < 0) {
            gisa_rules_close(r);
            return st;
        }
    }
    *out = r;
    return GISA_OK;
}

void gisa_rules_close(gisa_rules *r)
{
    if (!r) return;
    for (size_t i = 0; i < N_ROWS; i++) gisa_pattern_close(r->patterns[i]);
    gisa_free(r);
}

gisa_rule gisa_rules_find(const gisa_rules *r, gisa_match *m, gisa_str line)
{
    for (size_t i = 0; i < N_ROWS; i++)
        if (line.n <= rows[i].most && gisa_pattern_find(r->patterns[i], m, line, 0))
            return (gisa_rule){rows[i].name, rows[i].kind};
    return (gisa_rule){NULL, GISA_RULE_NONE};
}
