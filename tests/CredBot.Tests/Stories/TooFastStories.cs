using CredBot.Tests.World;

namespace CredBot.Tests.Stories;

/// <summary>Somebody goes faster than is allowed.</summary>
public sealed class TooFastStories
{
    [Theory]
    [InlineData("ko-KR", "안녕하세요", "초 뒤에 다시 보내 주세요")]
    [InlineData("en-US", "hello", "Please send it again in ")]
    public async Task Whoever_Goes_Too_Fast_Is_Asked_Once_To_Wait_And_Then_Heard_Again(string locale, string greeting, string sentence)
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");
        sora.Locale = locale;
        for (var message = 0; message < 20; message++)
        {
            await sora.SaysAsync(greeting);
        }

        Assert.DoesNotContain(sentence, sora.All, StringComparison.Ordinal);
        await sora.SaysAsync(greeting);
        var told = sora.Seen.Count;
        Assert.Contains(sentence, sora.Last, StringComparison.Ordinal);
        await sora.SaysAsync(greeting);
        await sora.SaysAsync(greeting);
        Assert.Equal(told, sora.Seen.Count);

        await world.PassAsync(TimeSpan.FromSeconds(10));
        await sora.SaysAsync(greeting);
        Assert.True(sora.Seen.Count > told);
    }

    [Theory]
    [InlineData("ko-KR", "안녕하세요", "초 뒤에 다시 보내 주세요")]
    [InlineData("en-US", "hello", "Please send it again in ")]
    public async Task A_Click_That_Comes_Too_Fast_Is_Answered_Where_It_Was_Clicked_And_Changes_Nothing(string locale, string greeting, string sentence)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync(locale);
        var (message, yes) = mina.Button("answer", "yes");
        for (var number = 0; number < 20; number++)
        {
            await mina.PostAsync(new() { ["type"] = "message", ["text"] = greeting });
        }

        var answer = await mina.InvokeAsync(yes, message.GetProperty("id").GetString());
        await world.PassAsync(TimeSpan.FromSeconds(9));

        Assert.Equal(200, answer.GetProperty("statusCode").GetInt32());
        Assert.Contains(sentence, answer.GetProperty("value").GetString(), StringComparison.Ordinal);
        Assert.Empty(await world.ResetsAsync("daniel"));
    }
}
