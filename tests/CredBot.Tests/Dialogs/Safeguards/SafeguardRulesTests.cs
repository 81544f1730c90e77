using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.Routing;
using CredBot.Dialogs.Safeguards;
using CredBot.Tests.Stories.Reset;

namespace CredBot.Tests.Dialogs.Safeguards;

/// <summary>Limits, cool-down, freeze, and one winner a person.</summary>
public sealed class SafeguardRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly ResetOptions Policy = new() { AgentPerHour = 3, AgentPerDay = 5, TenantPerHour = 6 };
    private static readonly SafeguardAsk Asked = new() { Operation = "op", Tenant = "t", Agent = "agent", Subject = "subject", Purpose = Purpose.PasswordReset };

    [Theory]
    [InlineData(2, 1, "agent", null)]
    [InlineData(3, 1, "agent", nameof(SafeguardRefusal.AgentCap))]
    [InlineData(3, 61, "agent", null)]
    [InlineData(5, 61, "agent", nameof(SafeguardRefusal.AgentCap))]
    [InlineData(5, 1441, "agent", null)]
    [InlineData(5, 1, "other", null)]
    [InlineData(6, 1, "other", nameof(SafeguardRefusal.TenantCap))]
    [InlineData(6, 61, "other", null)]
    [Security(25)]
    public void Agents_And_Tenants_Have_Their_Limits(int requests, int minutesAgo, string agent, string? refusal)
    {
        var book = Book([.. Enumerable.Range(0, requests).Select(number => Entry($"{number}", agent, $"s{number}", minutesAgo))]);

        Assert.Equal(refusal, SafeguardRules.Open(book, Asked, Policy, Now)?.ToString());
    }

    [Theory]
    [InlineData(1, 1, null)]
    [InlineData(2, 1, nameof(SafeguardRefusal.AskedTooOften))]
    [InlineData(2, 61, null)]
    [Security(11)]
    public void Nobody_Is_Asked_More_Than_Twice_An_Hour(int requests, int minutesAgo, string? refusal)
    {
        var book = Book([.. Enumerable.Range(0, requests).Select(number => Entry($"{number}", $"a{number}", "SUBJECT", minutesAgo))]);

        Assert.Equal(refusal, SafeguardRules.Open(book, Asked, Policy, Now)?.ToString());
    }

    [Theory]
    [InlineData(true, 1, 1)]
    [InlineData(null, 1, 1)]
    [InlineData(false, 1, 0)]
    [InlineData(true, 25, 0)]
    [Security(24)]
    public void A_Change_Within_The_Cool_Down_Raises_The_Level_Also_One_That_Nobody_Is_Sure_Of(bool? changed, int hoursAgo, int raise)
    {
        var book = Book([Entry("1", "other", "subject", hoursAgo * 60) with { ActedAt = Now.AddHours(-hoursAgo), Changed = changed }]);

        Assert.Equal(raise, SafeguardRules.Raise(book, "subject", Policy, Now));
        Assert.Equal(0, SafeguardRules.Raise(book, "somebody else", Policy, Now));
    }

    [Fact]
    [Security(26)]
    public void A_Raised_Threat_Raises_Every_Level_And_Voids_What_Was_Decided_Before()
    {
        var book = Book([Entry("op", "agent", "subject", 1)]);
        var raised = book with { Threat = 1 };

        Assert.Equal((0, 1, 0), (SafeguardRules.Raise(book, "x", Policy, Now), SafeguardRules.Raise(raised, "x", Policy, Now), SafeguardRules.Raise(book with { Threat = 2 }, "x", Policy, Now)));
        Assert.Null(SafeguardRules.Act(book, Asked, Now));
        Assert.Equal(SafeguardRefusal.ThreatChanged, SafeguardRules.Act(raised, Asked, Now));
        Assert.Null(SafeguardRules.Act(raised, Asked with { Threat = 1 }, Now));
    }

    [Theory]
    [InlineData(1, nameof(SafeguardRefusal.OtherChange))]
    [InlineData(25, null)]
    [Security(23)]
    public void Who_Changed_The_Methods_Does_Not_Reset_The_Password_Within_A_Day(int hoursAgo, string? refusal)
    {
        var book = Book([Entry("1", "agent", "subject", hoursAgo * 60) with { Purpose = Purpose.TemporaryAccessPass, ActedAt = Now.AddHours(-hoursAgo), Changed = true }]);

        Assert.Equal(refusal, SafeguardRules.Open(book, Asked, Policy, Now)?.ToString());
        Assert.Null(SafeguardRules.Open(book, Asked with { Agent = "other" }, Policy, Now));
    }

    [Fact]
    [Security(35)]
    public void A_Frozen_Person_Is_Neither_Asked_About_Nor_Acted_Upon_Until_It_Ends()
    {
        var book = Book([Entry("op", "agent", "subject", 1)]) with { Frozen = [new Freeze("SUBJECT", "op", Now.AddHours(1))] };

        Assert.Equal(SafeguardRefusal.Frozen, SafeguardRules.Open(book, Asked, Policy, Now));
        Assert.Equal(SafeguardRefusal.Frozen, SafeguardRules.Act(book, Asked, Now));
        Assert.Null(SafeguardRules.Open(book, Asked, Policy, Now.AddHours(2)));
    }

    [Fact]
    [Security(27)]
    public void Of_Two_Who_Race_For_One_Person_One_Acts()
    {
        var book = Book([Entry("op", "agent", "subject", 2), Entry("op2", "other", "subject", 1) with { ActedAt = Now }]);

        Assert.Equal(SafeguardRefusal.Overtaken, SafeguardRules.Act(book, Asked, Now));
        Assert.Null(SafeguardRules.Act(book, Asked with { Operation = "op2", Agent = "other" }, Now));
        Assert.Null(SafeguardRules.Act(Book([Entry("op", "agent", "subject", 2), Entry("op2", "other", "subject", 1) with { ActedAt = Now, Changed = false }]), Asked, Now));
    }

    [Theory]
    [InlineData("op3", "agent", "subject")]
    [InlineData("op", "other", "subject")]
    [InlineData("op", "agent", "other")]
    [Security(8)]
    public void Only_What_Was_Let_Begin_Acts_And_Only_As_It_Was(string operation, string agent, string subject) =>
        Assert.Equal(
            SafeguardRefusal.NotOpened,
            SafeguardRules.Act(Book([Entry("op", "agent", "subject", 1)]), Asked with { Operation = operation, Agent = agent, Subject = subject }, Now));

    private static SafeguardsDocument Book(IReadOnlyList<SafeguardEntry> entries) => new() { Id = "safeguards-t", Tenant = "t", Entries = entries };

    private static SafeguardEntry Entry(string operation, string agent, string subject, int minutesAgo) =>
        new() { Operation = operation, Agent = agent, Subject = subject, Purpose = Purpose.PasswordReset, AskedAt = Now.AddMinutes(-minutesAgo) };
}
