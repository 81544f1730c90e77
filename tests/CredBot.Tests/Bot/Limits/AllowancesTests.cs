using CredBot.Bot.Limits;
using CredBot.Bot.Schema;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CredBot.Tests.Bot.Limits;

public sealed class AllowancesTests
{
    private readonly FakeTimeProvider time = new();
    private readonly LimitsOptions limits = new();
    private readonly Allowances allowances;

    public AllowancesTests() => allowances = new Allowances(Options.Create(limits), time);

    [Fact]
    public void Twenty_In_Ten_Seconds_Are_Given_And_The_First_Beyond_Is_Told_When_To_Go_On()
    {
        Assert.All(Enumerable.Range(0, 20), _ => Assert.IsType<Allowance.Given>(Take("kim")));
        time.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal(new Allowance.Refused(TimeSpan.FromSeconds(6), Tell: true, OfTenant: false), Take("kim"));
        Assert.Equal(new Allowance.Refused(TimeSpan.FromSeconds(6), Tell: false, OfTenant: false), Take("kim"));
        Assert.IsType<Allowance.Given>(Take("lee"));

        time.Advance(TimeSpan.FromSeconds(6));
        Assert.IsType<Allowance.Given>(Take("kim"));
    }

    [Fact]
    public void Sixty_In_A_Minute_Are_Given_However_They_Are_Spread()
    {
        for (var burst = 0; burst < 3; burst++)
        {
            Assert.All(Enumerable.Range(0, 20), _ => Assert.IsType<Allowance.Given>(Take("kim")));
            time.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.Equal(new Allowance.Refused(TimeSpan.FromSeconds(30), Tell: true, OfTenant: false), Take("kim"));
        time.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(new Allowance.Refused(TimeSpan.FromSeconds(1), Tell: false, OfTenant: false), Take("kim"));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.IsType<Allowance.Given>(Take("kim"));
    }

    [Fact]
    public void A_Tenant_Has_Its_Own_Limit_And_One_Persons_Flood_Is_Not_Charged_To_It()
    {
        limits.TenantPerTenSeconds = 50;
        Assert.Equal(20, Enumerable.Range(0, 1_000).Count(_ => Take("flood") is Allowance.Given));
        Assert.Equal(30, Enumerable.Range(0, 40).Count(person => Take($"person{person}") is Allowance.Given));

        Assert.Equal(new Allowance.Refused(TimeSpan.FromSeconds(10), Tell: true, OfTenant: true), Take("late"));
        Assert.Equal(new Allowance.Refused(TimeSpan.FromSeconds(10), Tell: false, OfTenant: true), Take("late"));
        Assert.IsType<Allowance.Given>(Take("late", tenant: "another"));
    }

    [Fact]
    public void A_Person_Is_The_Same_In_Every_Conversation_And_In_Any_Letter_Case()
    {
        Assert.All(Enumerable.Range(0, 20), number => Assert.IsType<Allowance.Given>(Take(number % 2 is 0 ? "kim" : "KIM")));
        Assert.IsType<Allowance.Refused>(allowances.Take(Says("kim", "T") with { From = new ChannelAccount { Id = "29:other", AadObjectId = "Kim" } }));
        Assert.IsType<Allowance.Given>(allowances.Take(Says("kim", "t") with { From = new ChannelAccount { Id = "29:kim" } }));
    }

    [Fact]
    public void A_Person_Who_Could_Not_Be_Told_Is_Told_The_Next_Time()
    {
        Assert.All(Enumerable.Range(0, 20), _ => Assert.IsType<Allowance.Given>(Take("kim")));
        Assert.True(Assert.IsType<Allowance.Refused>(Take("kim")).Tell);

        allowances.NotTold(Says("kim", "t"));

        Assert.True(Assert.IsType<Allowance.Refused>(Take("kim")).Tell);
        Assert.False(Assert.IsType<Allowance.Refused>(Take("kim")).Tell);
    }

    [Fact]
    public void Whoever_Is_Silent_For_A_Minute_Is_Forgotten()
    {
        for (var minute = 0; minute < 100; minute++)
        {
            Assert.All(Enumerable.Range(0, 100), person => Take($"person{minute}-{person}"));
            time.Advance(TimeSpan.FromMinutes(1));
        }

        Take("last");
        Assert.Equal(2, allowances.Remembered);
    }

    [Theory]
    [InlineData(65_535, 20, 60, 500, "BodyBytes")]
    [InlineData(1_048_577, 20, 60, 500, "BodyBytes")]
    [InlineData(262_144, 0, 60, 500, "PersonPerTenSeconds")]
    [InlineData(262_144, 20, 19, 500, "PersonPerMinute")]
    [InlineData(262_144, 20, 60, 19, "TenantPerTenSeconds")]
    public void A_Limit_Out_Of_Its_Range_Stops_The_Start(int bytes, int ten, int minute, int tenant, string named)
    {
        var options = new LimitsOptions { BodyBytes = bytes, PersonPerTenSeconds = ten, PersonPerMinute = minute, TenantPerTenSeconds = tenant };

        var failure = Assert.Single(new LimitsOptionsValidator().Validate(null, options).Failures!);
        Assert.StartsWith($"Limits:{named} is ", failure, StringComparison.Ordinal);
        Assert.True(new LimitsOptionsValidator().Validate(null, new LimitsOptions()).Succeeded);
    }

    private Allowance Take(string person, string tenant = "t") => allowances.Take(Says(person, tenant));

    private static Activity Says(string person, string tenant) => new()
    {
        Type = ActivityTypes.Message,
        From = new ChannelAccount { Id = $"29:{person}", AadObjectId = person },
        Conversation = new ConversationAccount { Id = Guid.NewGuid().ToString(), TenantId = tenant },
    };
}
