/**
 * Words that urge, blame, praise or play down, in each language (docs/law.md R25): whoever decides about a consent is told what is so,
 * and nothing else. `*` stands for any ending.
 */
export const PRESSING_WORDS: Readonly<Record<string, string>> = {
  en: 'unfortunately sadly sorry must should need needs needed recommend* best better hurry miss missing simply just merely really trust* safe safely secure* worry regret* awesome free limited continue sure',
  de: 'leider schade müssen muss sollten sollte empfehl* empfohlen beste besten bestes besser schnell* verpass* einfach bloß wirklich vertrau* sicher sicheren sorge* bedauer* kostenlos* weiter',
  ar: 'للأسف نأسف عذرًا آسفون يجب ينبغي نوصي يوصى الأفضل أفضل أسرع تفوّت* ببساطة ثق آمن آمنة مجانًا مجاني',
  bg: 'съжал* трябва следва препоръч* най-добр* по-добр* побърза* пропусн* просто наистина довер* безопас* безплат*',
  cs: 'bohužel litujeme omlouv* musíte muset měli doporuč* nejlep* lepší rychle pospěš* přijdete prostě jednoduše opravdu důvěř* bezpečn* zdarma',
  da: 'desværre beklager skal bør anbefal* bedste bedre skynd* glip* simpelthen virkelig stol* sikkert sikre gratis',
  el: 'δυστυχώς λυπούμαστε συγγνώμη πρέπει συνιστ* καλύτερ* βιαστείτε χάσετε απλώς απλά πραγματικά εμπιστ* ασφαλ* δωρεάν',
  es: 'desgraciadamente lamentablemente lamentamos sentimos debe debes debería* recomend* mejor mejores apresúr* pierda* simplemente realmente confíe confía segur* gratis',
  et: 'kahjuks vabandame peate peaksite soovita* parim* parem kiirusta* lihtsalt tõesti usalda* turvali* tasuta',
  fi: 'valitettavasti pahoittelemme täytyy pitäisi suosittel* paras paremp* kiireh* yksinkertaisesti todella luota* turvalli* ilmai*',
  fr: 'malheureusement désolé* regrett* devez devriez doit recommand* meilleur* mieux vite manquez simplement vraiment confiance sûr sûre sécurisé* gratuit*',
  ga: 'faraor brón caithfidh ba!chóir molaimid fearr brostaigh go!simplí i!ndáiríre muinín slán saor!in!aisce',
  he: 'לצערנו מצטערים חייבים חובה צריך כדאי מומלץ הטוב עדיף מהרו תפספסו פשוט באמת סמכו בטוח בטוחה חינם',
  hr: 'nažalost žao morate moraju trebali preporuč* najbolj* bolj* požur* propust* jednostavno stvarno vjeruj* sigurn* besplatn*',
  hu: 'sajnos sajnáljuk kell kellene ajánl* legjobb jobb siess* lemarad* egyszerűen valóban bízz* biztonságos* ingyen*',
  is: 'því!miður afsakið ættir mæl* best* betra flýt* missa einfaldlega virkilega treyst* öruggt ókeypis',
  it: 'purtroppo spiacenti deve devi dovrebbe* consigli* raccomand* miglior* meglio affrett* perda perdere semplicemente davvero fiduci* fidat* sicur* gratis',
  lt: 'deja apgailestau* privalote turite turėtum* rekomenduo* geriaus* geresn* paskub* praleis* tiesiog tikrai pasitik* saugus saugu saugiai nemokam*',
  lv: 'diemžēl atvainojamies jums!jā vajadzētu iesak* labāk* steidz* palaid* vienkārši tiešām uzticies uzticieties droš* bezmaksas',
  mt: 'sfortunatament jiddispjaċina jkollok għandek!bżonn nirrakkomand* aħjar għaġġel titlef sempliċement tassew fiduċja sigur* bla!ħlas',
  nb: 'dessverre beklager må bør anbefal* beste bedre skynd* glipp* rett!og!slett virkelig stol* trygg* sikker gratis',
  nl: 'helaas spijt jammer moet moeten aanbevol* aanrad* beste beter haast mis mist eenvoudigweg gewoon echt vertrouw* veilig* gratis',
  pl: 'niestety przykro przepraszamy musisz musi powinien zalec* polec* najlep* lepsz* lepiej pospiesz* przegap* po!prostu naprawdę zaufaj* bezpieczn* darmow* bezpłatn*',
  pt: 'infelizmente lamentamos desculpe deve devia deveria recomend* melhor melhores apresse* perca simplesmente realmente confie confiança seguro segura seguros gratuit* grátis',
  ro: 'din!păcate regretăm trebuie ar!trebui recomand* cel!mai!bun mai!bine grăbi* ratați pierdeți pur!și!simplu într-adevăr încred* sigur sigură gratuit*',
  sk: 'bohužiaľ žiaľ ľutujeme ospravedl* musíte mali!by odporúč* najlep* lepš* ponáhľ* zmeška* jednoducho naozaj dôver* bezpečn* zadarmo bezplatn*',
  sl: 'žal oprostite morate moral* priporoč* najbolj* boljš* bolje pohit* zamud* preprosto enostavno zares zaupa* varn* brezplačn*',
  sv: 'tyvärr beklagar måste bör rekommender* bästa bättre skynda missa helt!enkelt verkligen säker säkert gratis',
  tr: 'maalesef ne!yazık üzgünüz zorunda* gerekir gerekiyor öner* tavsiye en!iyi daha!iyi acele kaçır* gerçekten güvenli güvenin güvenilir ücretsiz',
  uk: 'жаль шкода вибач* мусите повинні потрібно слід рекоменд* найкращ* кращ* поспіш* пропуст* просто справді довір* безпечн* безкоштовн*',
};

const escaped = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');

/** The words of a language that are pressing, as they stand in a text; empty where there is none. `!` in a word of the list is a space. */
export function pressingWords(language: string, text: string): string[] {
  const words = (PRESSING_WORDS[language] ?? '').split(' ').map((word) => escaped(word.replaceAll('!', ' ').trim()).replace('*', '\\p{L}*'));
  return [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{M}])(?:${words.join('|')})(?![\\p{L}\\p{M}])`, 'giu'))].map(([word]) => word);
}
