using System.Text.RegularExpressions;

namespace CredBot.Dialogs.Routing;

/// <summary>What agents ask for about a caller and no recognised intent leads to: fixed words do, and buttons.</summary>
internal static partial class CallerIntents
{
    /// <summary>To verify somebody and change nothing.</summary>
    public const string Verify = "verify-caller";

    /// <summary>To reset somebody who cannot be verified.</summary>
    public const string Exception = "reset-exception";

    /// <summary>To hear what a reset would come to.</summary>
    public const string Forecast = "reset-forecast";

    public static IEnumerable<SpokenRoute> Spoken => [new(VerifyWords()) { Intent = Verify }];

    [GeneratedRegex(
        @"^ *((please )?verify (that )?(the )?(caller\b|identity of\b).*|(please )?verify (who|whether) .*(caller|calling).*|.*(통화|전화) ?(상대|하는 사람|건 사람|한 사람).*본인.*확인.*|\S+ ?(님|씨)(의)? ?본인 ?확인(만|을)? ?(해|부탁).*)$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex VerifyWords();
}
