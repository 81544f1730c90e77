using System.Text.RegularExpressions;
using CredBot.Dialogs.Routing;

namespace CredBot.Dialogs.AgentCheck;

/// <summary>How people ask whether a caller is genuine. Whoever asks that is on the phone with somebody, so it is not left to likelihoods.</summary>
internal static partial class AgentCheckRoutes
{
    public static IEnumerable<SpokenRoute> Spoken => [new(English()) { Intent = AgentQuestion.Intent }, new(Korean()) { Intent = AgentQuestion.Intent }];

    [GeneratedRegex(
        @"^(?=.*(\b(legit|legitimate|genuine|impost[eo]r|scam|scammer|fake)\b|\b(really|actually|truly) (from|with|in|on|of|part|work|works|working|the|our|an?)\b|\bfor real\b))(?=.*(\bhelp ?-?desk\b|\bservice ?desk\b|\btech support\b|\b(?-i:IT)\b|\b(from|of|in|with) it\b|\bit (person|team|department|dept|staff|guy|support|colleague)\b)).*$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex English();

    [GeneratedRegex(
        @"^(?!.*(버튼|비활성|라이선스|어떻게))(?=.*(헬프 ?데스크|IT ?(팀|부서|담당|지원|직원|쪽|에서)|전산 ?(팀|실|담당)|고객 ?지원 ?팀))(?=.*(사칭|사기|진짜|정말|실제로|(직원|상담원|담당자|사람|팀|데스크|분)(이|가|은|는)? ?(맞|인지|인가|이신))).*$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Korean();
}
