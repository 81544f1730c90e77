using System.Text.Json;
using System.Text.RegularExpressions;
using CredBot.Dialogs.Routing;

namespace CredBot.Dialogs.HelpdeskReset;

/// <summary>How people ask for a dry run: it names two people, and must never be taken for the reset itself.</summary>
internal static partial class ForecastWords
{
    public static IEnumerable<SpokenRoute> Spoken =>
    [
        new(English()) { Intent = CallerIntents.Forecast, Options = Read },
        new(Korean()) { Intent = CallerIntents.Forecast, Options = Read },
    ];

    private static JsonElement? Read(Match match)
    {
        var agent = match.Groups["agent"].Value.Trim();
        return DialogsJson.Wire.Write(new ForecastState { Agent = Self().IsMatch(agent) ? null : agent, Subject = match.Groups["subject"].Value.Trim() });
    }

    [GeneratedRegex("^(i|me|we|내|제|나|저|우리|)$", RegexOptions.IgnoreCase)]
    private static partial Regex Self();

    [GeneratedRegex(
        @"^ *(dry ?run: *|what (would|will|might) happen if )(?<agent>\S.{0,80}?) (would |were to |should |tried to )?resets? (?<subject>\S.{0,80}?)('s)?( password)?( right)?( now)?[?. ]*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex English();

    [GeneratedRegex(
        @"^ *(?<agent>\S{0,80}?)( ?(님|씨))?(이|가) (지금 )?(?<subject>\S{1,80}?)( ?(님|씨))?(의|을|를)? (암호|비밀번호|비번)(을|를)? ?(재설정|초기화|리셋)(을|를)? ?(하면|한다면|했을 ?때)[, ]*(어떻게|무슨|뭐)[^?]*\??$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Korean();
}
