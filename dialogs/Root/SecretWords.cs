using System.Text.RegularExpressions;

namespace CredBot.Dialogs.Root;

/// <summary>Tells a message that gives a password or a code away. Nobody is asked for one here, so whoever types one was asked elsewhere, or is mistaken.</summary>
internal static partial class SecretWords
{
    /// <summary>Whether such a thing stands in the text: a bare number of six to eight digits, or «password» and a value that is no word of a question.</summary>
    public static bool Stand(string text) => Code().IsMatch(text) || Password().IsMatch(text);

    [GeneratedRegex("^\\s*[0-9](?:[ -]?[0-9]){5,7}\\s*$")]
    private static partial Regex Code();

    // The value has to hold a digit or a sign beside a letter: «my password is expired» gives nothing away.
    [GeneratedRegex(
        "(password|passwort|pass ?code|pin|otp|비밀번호|암호|비번|인증 ?코드|인증 ?번호|contraseña|mot de passe|senha|密码|パスワード)\\s*(is|was|ist|es|est|é|:|=|는|은|이|가)?\\s*[:=]?\\s*(?=\\S*[0-9!#$%&*@^_~+-])(?=\\S*[A-Za-z0-9])[^\\s?]{6,}\\s*[.!]?\\s*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Password();
}
