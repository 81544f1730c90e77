namespace CredBot.Graph;

/// <summary>Kinds of authentication methods, as CredBot tells them apart; the password is never listed.</summary>
/// <remarks>Source: Graph v1.0 <c>authenticationMethod</c> and its derived types. A kind that the SDK does not know is <see cref="Other"/>.</remarks>
public static class MyMethods
{
    public const string Phone = "phone";
    public const string Email = "email";
    public const string Authenticator = "authenticator";
    public const string SoftwareOath = "softwareOath";
    public const string Fido2 = "fido2";
    public const string WindowsHello = "windowsHello";
    public const string TemporaryAccessPass = "temporaryAccessPass";
    public const string Other = "other";
}
