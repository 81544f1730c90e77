using System.Net;
using System.Text.RegularExpressions;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories.Reset;

/// <summary>«This wasn't me» for whoever cannot, or should not, sign in to the account that was reset.</summary>
public sealed partial class ObjectionLinkStories
{
    private const string Address = "--Reset:PublicUrl=http://127.0.0.1:9";

    [Theory]
    [InlineData("en-US", "Further resets are stopped")]
    [InlineData("ko-KR", "재설정을 막았습니다")]
    [Security(35)]
    public async Task The_Link_Of_A_Notice_Objects_Without_A_Sign_In(string language, string thanks)
    {
        await using var world = await DemoWorld.StartAsync(Address, $"--Reset:OnCall:0={DemoWorld.IdOf("grace")}");
        var mina = await world.AsksAgainAsync("mina");
        await world.PassAsync(TimeSpan.FromSeconds(10));
        var path = await LinkAsync(world, "daniel");

        // Opening it does nothing: mail scanners and previews open links.
        var page = await SendAsync(world, HttpMethod.Get, path, language);
        await world.PassAsync(TimeSpan.FromSeconds(3));
        await mina.ReadAsync();
        Assert.True(mina.Sees("reveal"));
        Assert.Contains("<form method=\"post\">", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Daniel", page.Body, StringComparison.Ordinal);

        var done = await SendAsync(world, HttpMethod.Post, path, language);
        await world.PassAsync(TimeSpan.FromSeconds(3));
        await mina.ReadAsync();
        var grace = world.Person("grace");
        await grace.ReadAsync();

        Assert.Contains(thanks, done.Body, StringComparison.Ordinal);
        Assert.False(mina.Sees("reveal"));
        Assert.Contains("Alarm: somebody says that a request was not theirs", grace.All, StringComparison.Ordinal);
        Assert.Contains("resets are stopped", (await world.AsksAgainAsync("aiko")).Last, StringComparison.Ordinal);
        Assert.Contains(await world.AuditAsync(), static line => line.Contains("objection-link", StringComparison.Ordinal));
    }

    [Fact]
    [Security(35)]
    public async Task A_Link_That_Was_Changed_Or_Is_Old_Does_Nothing()
    {
        await using var world = await DemoWorld.StartAsync(Address, "--Reset:ObjectWithin=01:00:00");
        await world.AsksAgainAsync("mina");
        await world.PassAsync(TimeSpan.FromSeconds(10));
        var path = await LinkAsync(world, "daniel");

        foreach (var bad in new[] { $"{path}x", path[..^8], "/objection", "/objection?t=" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(world, HttpMethod.Post, bad, "en")).Status);
        }

        await world.PassAsync(TimeSpan.FromHours(2), TimeSpan.FromMinutes(10));
        var old = await SendAsync(world, HttpMethod.Post, path, "en");

        Assert.Equal(HttpStatusCode.NotFound, old.Status);
        Assert.Contains("This link works no more", old.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(await world.AuditAsync(), static line => line.Contains("subject.frozen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_The_Bot_Has_No_Public_Address_There_Is_No_Link()
    {
        await using var world = await DemoWorld.StartAsync();
        await world.AsksAgainAsync("mina");
        await world.PassAsync(TimeSpan.FromSeconds(10));
        var daniel = world.Person("daniel");
        await daniel.ReadAsync();

        Assert.DoesNotContain("/objection?t=", string.Join('\n', daniel.Seen.Select(static message => message.GetRawText())), StringComparison.Ordinal);
    }

    private static async Task<string> LinkAsync(DemoWorld world, string id)
    {
        var person = world.Person(id);
        await person.ReadAsync();
        return Link().Match(string.Join('\n', person.Seen.Select(static message => message.GetRawText()))).Groups[1].Value;
    }

    private static async Task<(HttpStatusCode Status, string Body)> SendAsync(DemoWorld world, HttpMethod method, string path, string language)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var response = await world.Bot.SendAsync(request);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("\"http://127.0.0.1:9(/objection[?]t=[^\"]+)\"")]
    private static partial Regex Link();
}
