using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CredBot.Tests.Conformance;

namespace CredBot.Tests.DemoTenant.DirectLine;

public sealed class Files
{
    [Fact]
    [Statement(141)]
    public async Task A_File_And_Its_Words_Arrive_As_Teams_Brings_Files()
    {
        await using var world = await ChannelWorld.StartAsync();
        var client = await world.ClientAsync("sora");
        using var form = new MultipartFormDataContent();
        form.Add(Part("""{"type":"message","text":"see this","channelData":{"clientActivityID":"c1"}}"""u8.ToArray(), "application/vnd.microsoft.activity"), "activity", "blob");
        form.Add(Part("a,b"u8.ToArray(), "text/csv"), "file", "people.csv");
        form.Add(Part([137, 80], "image/png"), "file", "screen.png");

        using var answer = await client.SendAsync(HttpMethod.Post, $"/conversations/{client.Conversation}/upload?userId=dl_grace", form);

        var message = await world.Bot.NextAsync("message");
        Assert.Equal((await ChannelWorld.JsonAsync(answer)).GetProperty("id").GetString(), message.GetProperty("id").GetString());
        Assert.Equal(("see this", "김소라 (Kim Sora)"), (message.GetProperty("text").GetString(), message.GetProperty("from").GetProperty("name").GetString()));
        var (file, picture) = (message.GetProperty("attachments")[0], message.GetProperty("attachments")[1]);
        Assert.Equal("application/vnd.microsoft.teams.file.download.info", file.GetProperty("contentType").GetString());
        Assert.Equal("csv", file.GetProperty("content").GetProperty("fileType").GetString());
        Assert.Equal("image/png", picture.GetProperty("contentType").GetString());
        Assert.Equal("a,b", await world.Http.GetStringAsync(file.GetProperty("content").GetProperty("downloadUrl").GetString()));
        var echo = Assert.Single(await client.ReadAsync());
        Assert.Equal("text/csv", echo.GetProperty("attachments")[0].GetProperty("contentType").GetString());
        Assert.Equal("c1", echo.GetProperty("channelData").GetProperty("clientActivityID").GetString());
    }

    [Fact]
    public async Task A_Bare_File_Is_A_Message_Too()
    {
        await using var world = await ChannelWorld.StartAsync();
        var client = await world.ClientAsync("sora");
        using var content = Part("x"u8.ToArray(), "text/plain");
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = "note.txt" };

        using var answer = await client.SendAsync(HttpMethod.Post, $"/conversations/{client.Conversation}/upload", content);

        Assert.Equal("note.txt", (await world.Bot.NextAsync("message")).GetProperty("attachments")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_Page_Among_The_Files_Is_Saved_And_Never_Run()
    {
        await using var world = await ChannelWorld.StartAsync();
        var client = await world.ClientAsync("sora");
        using var content = Part(Encoding.UTF8.GetBytes("<script>alert(1)</script>"), "text/html");
        using var answer = await client.SendAsync(HttpMethod.Post, $"/conversations/{client.Conversation}/upload", content);
        var url = Assert.Single(await client.ReadAsync()).GetProperty("attachments")[0].GetProperty("contentUrl").GetString();

        using var file = await world.Http.GetAsync(url);

        Assert.Equal("application/octet-stream", file.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    [Statement(141)]
    public async Task More_Than_Four_Megabytes_Are_Too_Big()
    {
        await using var world = await ChannelWorld.StartAsync();
        var client = await world.ClientAsync("sora");
        using var form = new MultipartFormDataContent();
        form.Add(Part(new byte[4 * 1024 * 1024 + 1], "image/png"), "file", "big.png");

        using var answer = await client.SendAsync(HttpMethod.Post, $"/conversations/{client.Conversation}/upload", form);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Files_Are_Gone_After_A_Day()
    {
        await using var world = await ChannelWorld.StartAsync();
        var client = await world.ClientAsync("sora");
        using var content = Part("x"u8.ToArray(), "text/plain");
        using var answer = await client.SendAsync(HttpMethod.Post, $"/conversations/{client.Conversation}/upload", content);
        var url = Assert.Single(await client.ReadAsync()).GetProperty("attachments")[0].GetProperty("contentUrl").GetString();

        world.Time.Advance(TimeSpan.FromHours(24));

        Assert.Equal(HttpStatusCode.NotFound, (await world.Http.GetAsync(url)).StatusCode);
    }

    private static ByteArrayContent Part(byte[] bytes, string type)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return content;
    }
}
