using CredBot.Bot.Connector;
using CredBot.Tests.Conformance;

namespace CredBot.Tests.Bot.Connector;

public sealed class SendLimitTests : IAsyncLifetime
{
    private readonly Wire wire = new();
    private readonly List<DateTimeOffset> went = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => wire.DisposeAsync();

    [Theory]
    [Statement(74)]
    [InlineData(20, 1, 7)]
    [InlineData(20, 2, 8)]
    [InlineData(130, 30, 60)]
    [InlineData(1_900, 3_600, 1_800)]
    public void A_Thread_Is_Never_Sent_More_Than_Teams_Takes(int count, int seconds, int limit)
    {
        Send(count, static _ => "a:1");

        Assert.Equal(count, went.Count);
        Assert.All(went, first => Assert.True(went.Count(time => time >= first && time < first.AddSeconds(seconds)) <= limit));
    }

    [Fact]
    [Statement(74)]
    public void Seven_Go_At_Once_And_The_Eighth_A_Second_Later()
    {
        Send(8, static _ => "a:1");

        Assert.All(went.Take(7), first => Assert.Equal(went[0], first));
        Assert.Equal(went[0] + TimeSpan.FromSeconds(1) + SendLimits.Margin, went[7]);
    }

    [Fact]
    public void Threads_Do_Not_Hold_Each_Other_Up_Until_The_Tenant_Is_Full()
    {
        Send(49, static number => $"a:{number % 7}");
        Assert.All(went, first => Assert.Equal(went[0], first));

        Send(51, static number => $"b:{number}");

        Assert.All(went, first => Assert.True(went.Count(time => time >= first && time < first.AddSeconds(1)) <= 50));
        Assert.Equal(went[0], went[49]);
        Assert.True(went[50] > went[0]);
    }

    [Fact]
    public void Several_Processes_Share_What_A_Tenant_Takes()
    {
        var half = new SendLimits(Microsoft.Extensions.Options.Options.Create(new BotOptions { SendsPerSecond = 25 }), wire.Time);

        var waits = Enumerable.Range(0, 26).Select(number => half.Ask(Wire.Chat($"a:{number}"))).ToList();

        Assert.Equal(1, waits.Count(static wait => wait > TimeSpan.Zero));
    }

    [Fact]
    public void The_Conversations_Of_A_Channel_Are_One_Thread()
    {
        var waits = Enumerable.Range(0, 8).Select(number => wire.Limits.Ask(Wire.Chat($"19:ab@thread.tacv2;messageid={number}"))).ToList();

        Assert.Equal(7, waits.Count(static wait => wait == TimeSpan.Zero));
        Assert.True(waits[7] > TimeSpan.Zero);
    }

    [Fact]
    public void Who_Asked_First_Goes_First()
    {
        Fill();
        var first = Ask(1);
        var second = Ask(2);
        Assert.True(first <= second);

        wire.Time.Advance(first);

        Assert.True(Ask(3) > TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, Ask(1));

        TimeSpan Ask(int number) => wire.Limits.Ask(Wire.Chat($"19:ab@thread.tacv2;messageid={number}"));

        void Fill() => Assert.All(Enumerable.Range(10, 7), number => Assert.Equal(TimeSpan.Zero, Ask(number)));
    }

    [Fact]
    public void Who_Asks_Too_Early_Keeps_The_Same_Place()
    {
        Send(7, static _ => "a:1");

        var wait = wire.Limits.Ask(Wire.Chat());
        wire.Time.Advance(wait / 2);

        Assert.Equal(wait - (wait / 2), wire.Limits.Ask(Wire.Chat()));
    }

    [Fact]
    public void A_Thread_That_Is_Silent_Is_Forgotten()
    {
        Send(300, static number => $"a:{number}");
        Assert.True(wire.Limits.Kept >= 300);

        wire.Time.Advance(TimeSpan.FromHours(2));
        wire.Limits.Ask(Wire.Chat("b:1"));

        Assert.Equal(2, wire.Limits.Kept);
        Assert.Null(wire.Limits.FirstPromise);
    }

    private void Send(int count, Func<int, string> conversation)
    {
        for (var number = 0; number < count; number++)
        {
            for (var wait = TimeSpan.MaxValue; wait > TimeSpan.Zero;)
            {
                wait = wire.Limits.Ask(Wire.Chat(conversation(number)));
                wire.Time.Advance(wait);
            }

            went.Add(wire.Time.GetUtcNow());
        }
    }
}
