using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CredBot.DemoTenant.Entra;
using CredBot.DemoTenant.People;
using Microsoft.Extensions.DependencyInjection;

namespace CredBot.Tests.World;

// What the tenant did, what others do to it past the bot, and what a bot that is gone has left behind.
public sealed partial class DemoWorld
{
    public async Task<IReadOnlyList<JsonElement>> LedgerAsync() =>
        [.. (await Http.GetFromJsonAsync<JsonElement>("/demo/ledger")).EnumerateArray()];

    /// <summary>Resets that the tenant carried out or accepted, for one person.</summary>
    public async Task<IReadOnlyList<JsonElement>> ResetsAsync(string subject) =>
        [.. (await LedgerAsync()).Where(row => row.GetProperty("path").GetString()!.EndsWith("/resetPassword", StringComparison.Ordinal)
            && row.TryGetProperty("subject", out var whom) && whom.GetString() == subject)];

    /// <summary>All that a bot that was stopped has written: the log, and every file of the store but the key ring, which is the lock and not the letter.</summary>
    public IEnumerable<(string Place, string Content)> Written() =>
        Directory.EnumerateFiles(Store, "*", SearchOption.AllDirectories)
            .Where(static file => !file.EndsWith(".xml", StringComparison.Ordinal))
            .Select(static file => (Path.GetFileName(file), Encoding.Latin1.GetString(File.ReadAllBytes(file))))
            .Append(("the log", string.Join('\n', Logs.All)));

    /// <summary>Stops the bot and reads the lines of its audit, as they are stored.</summary>
    public async Task<IReadOnlyList<string>> AuditAsync()
    {
        await StopBotAsync();
        return [.. StoredRows.All(Store).Where(static row => row.StartsWith("audit|", StringComparison.Ordinal))];
    }

    /// <summary>Every change that the tenant accepted to one person's Temporary Access Passes: method and path.</summary>
    public async Task<IReadOnlyList<string>> PassesAsync(string subject) =>
    [
        .. (await LedgerAsync()).Where(row => row.GetProperty("path").GetString()!.Contains("/temporaryAccessPassMethods", StringComparison.Ordinal)
                && row.GetProperty("status").GetInt32() < 300 && row.TryGetProperty("subject", out var whom) && whom.GetString() == subject)
            .Select(static row => row.GetProperty("method").GetString()!),
    ];

    /// <summary>An administrator makes somebody the manager of somebody else, as in a portal.</summary>
    public async Task SetsManagerAsync(string by, string subject, string manager)
    {
        var directory = tenant.Services.GetRequiredService<DemoDirectory>();
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/demo/graph/v1.0/users/{directory.Find(subject)!.ObjectId}/manager/$ref")
        {
            Content = JsonContent.Create(new Dictionary<string, string> { ["@odata.id"] = $"https://graph.microsoft.com/v1.0/users/{directory.Find(manager)!.ObjectId}" }),
        };
        var token = tenant.Services.GetRequiredService<DemoTokens>().ForGraph(directory.Find(by)!.ObjectId, ["User.ReadWrite.All"]);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    /// <summary>Somebody resets a password past the bot, as in a portal.</summary>
    public async Task ResetsElsewhereAsync(string by, string subject)
    {
        var directory = tenant.Services.GetRequiredService<DemoDirectory>();
        var path = $"/demo/graph/v1.0/users/{directory.Find(subject)!.ObjectId}/authentication/methods/28c10230-6103-485e-b985-444c60001490/resetPassword";
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(new { newPassword = "Blue-Kettle-4711" }) };
        var token = tenant.Services.GetRequiredService<DemoTokens>().ForGraph(directory.Find(by)!.ObjectId, ["UserAuthenticationMethod.ReadWrite.All"]);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    /// <summary>An administrator blocks somebody's sign-in, or lets them in again; tokens that are out live on for a while.</summary>
    public void BlockSignIn(string person, bool blocked = true)
    {
        var directory = tenant.Services.GetRequiredService<DemoDirectory>();
        directory.Change(directory.Find(person)!, account => account with { Enabled = !blocked });
    }
}
