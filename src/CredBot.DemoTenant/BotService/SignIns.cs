using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace CredBot.DemoTenant.BotService;

/// <summary>Interactive sign-ins under way: the link a card carries, then the code that proves who had it.</summary>
internal sealed class SignIns(TimeProvider time)
{
    /// <summary>Life of a link and of a code.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <summary>Wrong codes until a person's codes are void.</summary>
    private const int WrongCodes = 5;

    private readonly ConcurrentDictionary<string, Link> links = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private readonly List<Code> codes = [];

    private sealed record Link(TokenKey Key, DateTimeOffset EndsAt);

    private sealed record Code(TokenKey Key, string Digits, string ObjectId, DateTimeOffset EndsAt, int Wrong = 0)
    {
        public override string ToString() => "•••";
    }

    /// <returns>The <c>state</c> of a sign-in link.</returns>
    public string Open(TokenKey key)
    {
        foreach (var (late, _) in links.Where(link => link.Value.EndsAt <= time.GetUtcNow()))
        {
            links.TryRemove(late, out _);
        }

        var state = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(16));
        links[state] = new Link(key, time.GetUtcNow() + Life);
        return state;
    }

    /// <param name="state">As the link brought it; Web Chat appends a code challenge to it.</param>
    /// <returns>For whom the link was made; null for one that is unknown or too old.</returns>
    public TokenKey? Find(string? state) =>
        state is not null && links.TryGetValue(state.Split('&')[0], out var link) && link.EndsAt > time.GetUtcNow() ? link.Key : null;

    /// <summary>Ends a link; it works once.</summary>
    public void Close(string state) => links.TryRemove(state.Split('&')[0], out _);

    /// <returns>Six digits for an account that signed in.</returns>
    public string Issue(TokenKey key, string objectId)
    {
        var digits = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        lock (gate)
        {
            codes.RemoveAll(code => code.Key == key);
            codes.Add(new Code(key, digits, objectId, time.GetUtcNow() + Life));
        }

        return digits;
    }

    /// <summary>Uses a code up.</summary>
    /// <returns>The account that signed in; null for a code that is wrong, used or too old.</returns>
    public string? Redeem(TokenKey key, string digits)
    {
        lock (gate)
        {
            codes.RemoveAll(code => code.EndsAt <= time.GetUtcNow());
            var at = codes.FindIndex(code => code.Key == key);
            if (at < 0)
            {
                return null;
            }

            var code = codes[at];
            codes.RemoveAt(at);
            if (code.Digits == digits)
            {
                return code.ObjectId;
            }

            if (code.Wrong + 1 < WrongCodes)
            {
                codes.Add(code with { Wrong = code.Wrong + 1 });
            }

            return null;
        }
    }
}
