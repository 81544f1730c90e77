namespace CredBot.Engine.Contracts;

/// <summary>Seals a secret for storing inside an operation's document.</summary>
public interface ISecretSeal
{
    /// <param name="purpose">Binds the seal to its place, e.g. the operation id: it opens nowhere else.</param>
    /// <param name="secret">In clear.</param>
    string Seal(string purpose, string secret);

    /// <returns>Null where the seal was made for another purpose, was changed, or its key is gone.</returns>
    string? Open(string purpose, string seal);
}
