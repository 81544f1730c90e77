using System.Net;
using System.Text.RegularExpressions;
using CredBot.Tests.DemoTenant.BotService;
using CredBot.Tests.DemoTenant.DirectLine;

namespace CredBot.Tests.DemoTenant.Entra;

public sealed partial class SignInPages
{
    [Fact]
    public async Task The_Page_Says_Whose_Account_And_Needs_No_Script()
    {
        await using var world = await ChannelWorld.StartAsync();
        var visit = await TokenVisit.StartAsync(world, "sora");

        using var response = await world.Http.GetAsync(await visit.LinkAsync());
        var html = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("""<option value="sora" selected>김소라 (Kim Sora) (sora@hanbit.example)</option>""", html, StringComparison.Ordinal);
        Assert.Contains("""<label for="account">""", html, StringComparison.Ordinal);
        Assert.Contains("Accept and sign in", html, StringComparison.Ordinal);
        Assert.Contains("UserAuthenticationMethod.ReadWrite.All", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Page_Speaks_Korean_To_A_Korean_Browser()
    {
        await using var world = await ChannelWorld.StartAsync();
        var visit = await TokenVisit.StartAsync(world, "sora");
        using var request = new HttpRequestMessage(HttpMethod.Get, await visit.LinkAsync());
        request.Headers.AcceptLanguage.ParseAdd("ko-KR,ko;q=0.9");

        using var response = await world.Http.SendAsync(request);

        var html = await response.Content.ReadAsStringAsync();
        Assert.Contains("<html lang=\"ko\">", html, StringComparison.Ordinal);
        Assert.Contains("동의하고 로그인", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accepting_Ends_In_Six_Digits_And_Uses_The_Link_Up()
    {
        await using var world = await ChannelWorld.StartAsync();
        var visit = await TokenVisit.StartAsync(world, "sora");
        var link = await visit.LinkAsync();

        using var accepted = await PostAsync(world, link, "accept");
        using var again = await PostAsync(world, link, "accept");

        Assert.Matches(SixDigits(), await accepted.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
    }

    [Fact]
    public async Task Cancelling_Gives_A_Playing_Client_What_Teams_Sends()
    {
        await using var world = await ChannelWorld.StartAsync();
        var visit = await TokenVisit.StartAsync(world, "sora");

        using var cancelled = await PostAsync(world, await visit.LinkAsync(), "cancel", json: true);

        Assert.Equal("CancelledByUser", (await ChannelWorld.JsonAsync(cancelled)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_Link_Older_Than_Ten_Minutes_Is_Gone()
    {
        await using var world = await ChannelWorld.StartAsync();
        var visit = await TokenVisit.StartAsync(world, "sora");
        var link = await visit.LinkAsync();
        world.Time.Advance(TimeSpan.FromMinutes(10));

        using var response = await world.Http.GetAsync(link);

        Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
    }

    [Fact]
    public async Task Web_Chats_Code_Challenge_Behind_The_Link_Does_No_Harm()
    {
        await using var world = await ChannelWorld.StartAsync();
        var visit = await TokenVisit.StartAsync(world, "sora");

        using var response = await world.Http.GetAsync($"{await visit.LinkAsync()}%26code_challenge%3Dabc");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_Disabled_Account_Cannot_Sign_In()
    {
        await using var world = await ChannelWorld.StartAsync();
        var visit = await TokenVisit.StartAsync(world, "tom");

        using var response = await PostAsync(world, await visit.LinkAsync(), "accept");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    internal static async Task<HttpResponseMessage> PostAsync(ChannelWorld world, string link, string choice, bool json = false, string? account = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, link)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["choice"] = choice, ["account"] = account ?? "" }),
        };
        if (json)
        {
            request.Headers.Accept.ParseAdd("application/json");
        }

        return await world.Http.SendAsync(request);
    }

    [GeneratedRegex("<output>[0-9]{6}</output>")]
    private static partial Regex SixDigits();
}
