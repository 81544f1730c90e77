namespace CredBot.Tests.Stories.Reset;

/// <summary>The test proves, alone or with others, a statement of docs/security.md.</summary>
/// <param name="number">1 to 44.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class SecurityAttribute(int number) : Attribute
{
    public int Number => number;
}
