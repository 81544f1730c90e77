using System.Security.Cryptography;

namespace CredBot.Tests.World;

/// <summary>Keys of the demo tenant. To find one takes up to a second, so all worlds begin with the same two; what is rolled in later is new.</summary>
internal static class DemoKeys
{
    private static readonly Lazy<RSAParameters>[] First = [new(Find), new(Find)];

    /// <summary>Makes the keys of one world, no two of them alike.</summary>
    public static Func<RSA> OfOneWorld()
    {
        var made = -1;
        return () => Interlocked.Increment(ref made) is var index && index < First.Length ? RSA.Create(First[index].Value) : RSA.Create(2048);
    }

    private static RSAParameters Find()
    {
        using var found = RSA.Create(2048);
        return found.ExportParameters(includePrivateParameters: true);
    }
}
