import assert from "node:assert/strict";
import { test } from "node:test";
import { planInstruction } from "../plan.ts";
import { listedThings } from "./listed-things.ts";

test("commas between the things of a list end no wish", () => {
  assert.equal(listedThings("make the title, price, and date all white"), "make the title & price & date white");
  assert.equal(listedThings("把标题，价格，日期都改成白色"), "把标题、价格、日期都改成白色");
  const { operations } = planInstruction("the headline, the subline and the logo should all be navy blue");
  assert.deepEqual(
    operations.map(({ target }) => target),
    ["headline", "subline", "logo"],
  );
});

test("commas between wishes, and inside a new wording, stay", () => {
  for (const said of [
    "make the title red, the price blue and the date green",
    "change the slogan to Fresh, Tasty and Healthy",
    "remove the lamp, brighten the room and crop the sides",
    "去掉杯子，标题和价格都加粗",
  ])
    assert.equal(listedThings(said), said);
});
