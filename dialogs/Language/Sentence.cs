namespace CredBot.Dialogs.Language;

/// <summary>One sentence in every language that CredBot speaks, side by side.</summary>
/// <param name="Ko">Korean, in the polite formal style.</param>
/// <param name="En">English.</param>
internal readonly record struct Sentence(string Ko, string En)
{
    /// <summary>The sentence in one language; English where it is not spoken.</summary>
    public string In(string language) => language is "ko" ? Ko : En;
}
